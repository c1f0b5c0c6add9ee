namespace Outreach.Channels.DirectLine;

/// <summary>Direct Line 3.0, served by the program itself under <c>/v3/directline</c>.</summary>
public sealed class DirectLineOptions
{
    public const string Section = "DirectLine";

    /// <summary>Opens every conversation; for a server of yours, never for a browser. Without one anyone may make a token for a new conversation of their own. At least 32 characters.</summary>
    public string? Secret { get; set; }

    /// <summary>Origins of pages (<c>https://example.org</c>) that may talk to it from a browser, besides our own; <c>*</c> for all. A list, or one text parted by commas.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; set; } = [];
}
