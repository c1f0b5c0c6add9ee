namespace Outreach.Bot.Host;

/// <summary>Who runs this bot.</summary>
internal sealed class OrganisationOptions
{
    public const string Section = "Organisation";

    /// <summary>Said to everybody at first contact. The default is the sample organisation.</summary>
    public string Name { get; set; } = "Tổ chức mẫu";

    /// <summary>The name before there are services to ask.</summary>
    public static string NameIn(IConfiguration configuration) => configuration[$"{Section}:{nameof(Name)}"] ?? new OrganisationOptions().Name;

    /// <summary>IANA name. Which day it is, and so which figures hold, is decided by it.</summary>
    public string TimeZone { get; set; } = "Asia/Ho_Chi_Minh";

    /// <summary>Id of a verified row of hotlines.yml: the number given where no answer names another.</summary>
    public string Hotline { get; set; } = "bhxh-viet-nam";
}
