namespace Outreach.Bot.Help;

/// <summary>How help is staffed.</summary>
internal sealed class HelpOptions
{
    public const string Section = "Help";

    /// <summary>When somebody reads requests, in the organisation's zone, as <c>Mon-Fri 08:00-17:00; Sat 08:00-11:30</c>. Empty: nobody knows, and workers are told so.</summary>
    public string Hours { get; set; } = "";
}
