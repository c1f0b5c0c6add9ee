using System.ComponentModel.DataAnnotations;

namespace Outreach.Content.Store;

/// <summary>Where content is read from and by whose day it is judged.</summary>
public sealed class ContentOptions
{
    public const string Section = "Content";

    /// <summary>The content folder, relative to the current folder. Where that has none, the one beside the program is taken.</summary>
    [Required]
    public string Path { get; set; } = "content";

    /// <summary>Where the last version without errors of each file is kept, for a start with broken files; null = nowhere, nothing is written.</summary>
    public string? LastGoodPath { get; set; }

    /// <summary>Put in for <c>{organisation}</c>; from <c>Organisation:Name</c>.</summary>
    public string Organisation { get; set; } = "";

    /// <summary>In whose zone a day begins; from <c>Organisation:TimeZone</c>.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Ho_Chi_Minh";

    /// <summary>How long after the last save of a burst the folder is read: an editor that saves ten files makes one reload.</summary>
    public static TimeSpan Settle { get; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long a burst may put the reading off; with <see cref="Poll"/> it keeps a swap within two seconds of the edit.</summary>
    public static TimeSpan LongestSettle { get; } = TimeSpan.FromMilliseconds(750);

    /// <summary>How often the stamps of all files are looked at: network disks and some editors do not raise events.</summary>
    public static TimeSpan Poll { get; } = TimeSpan.FromSeconds(1);
}
