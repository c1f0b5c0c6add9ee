namespace Outreach.Bot.Preferences;

/// <summary>What a button about preferences says (<c>s:WORD</c> or <c>s:WORD:DETAIL</c>). Values live on in old messages: append, never change a meaning.</summary>
internal static class PreferenceWord
{
    /// <summary>What is chosen, and the ways on.</summary>
    public const string Show = "show";

    public const string Topics = "topics";

    /// <summary>With a topic's id: messages about it, please.</summary>
    public const string On = "on";

    /// <summary>With a topic's id: no more about it.</summary>
    public const string Off = "off";

    public const string AllTopics = "all";
    public const string Hours = "hours";

    /// <summary>With hours as <c>0700-1500</c>, <see cref="AnyHour"/> or <see cref="SharedHours"/>.</summary>
    public const string Rest = "rest";

    public const string AnyHour = "any";
    public const string SharedHours = "shared";
    public const string Place = "place";
    public const string NoPlace = "noplace";
    public const string Role = "role";

    /// <summary>With a role, or <see cref="Nobody"/>.</summary>
    public const string Am = "am";

    public const string Nobody = "nobody";

    /// <summary>A code for another conversation of theirs, please.</summary>
    public const string Link = "link";

    /// <summary>This conversation alone again.</summary>
    public const string Part = "part";
}
