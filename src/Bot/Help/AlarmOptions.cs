namespace Outreach.Bot.Help;

/// <summary>Where staff are told that urgent cases wait: how many, and nothing else. Neither set = the console alone shows it.</summary>
internal sealed class AlarmOptions
{
    public const string Section = "Alarms";

    /// <summary>Gets a POST of <c>{"text":"…","urgent":2}</c>, as chat rooms' incoming webhooks take it.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>A mail server with STARTTLS.</summary>
    public string? SmtpHost { get; set; }

    public int SmtpPort { get; set; } = 587;

    /// <summary>Null = no sign-in.</summary>
    public string? SmtpUser { get; set; }

    public string? SmtpPassword { get; set; }

    public string? SmtpFrom { get; set; }

    /// <summary>Addresses, parted by commas.</summary>
    public string? SmtpTo { get; set; }
}
