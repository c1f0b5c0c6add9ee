namespace Outreach.Cases.Retention;

/// <summary>The one table of what is kept of help cases and how long: the housekeeping obeys it and the pages print it.</summary>
public static class RetentionRules
{
    /// <summary>The way to the chat: with it goes the last thing that could lead to anybody. Replies already on their way leave first, by the next day at the latest.</summary>
    public static RetentionRule Link { get; } = new("link", RetentionStart.Closing, 0);

    /// <summary>Texts, keys and receipt of a closed case: long enough to ask back or to complain.</summary>
    public static RetentionRule Texts { get; } = new("texts", RetentionStart.Closing, 90);

    /// <summary>A case that nobody answered: what it told is out of date.</summary>
    public static RetentionRule Unanswered { get; } = new("unanswered", RetentionStart.Arrival, 180);

    /// <summary>A case that was answered, never closed, and fell silent.</summary>
    public static RetentionRule Silent { get; } = new("silent", RetentionStart.LastWord, 180);

    /// <summary>That a case was erased: so long no backup can bring it back.</summary>
    public static RetentionRule Erasures { get; } = new("erasures", RetentionStart.Erasing, 180);

    /// <summary>A month's key after its last use: so long a backup can be restored, and no longer.</summary>
    public static RetentionRule MonthKeys { get; } = new("month-keys", RetentionStart.LastUse, 35);

    /// <summary>How many cases there were, by month, topic, outcome, urgency and first reply: nothing of any one of them.</summary>
    public static RetentionRule Counters { get; } = new("counters", RetentionStart.Closing, null);

    /// <summary>Aliases that were given, so that none is given twice: they lead to nothing.</summary>
    public static RetentionRule Aliases { get; } = new("aliases", RetentionStart.Arrival, null);

    public static IReadOnlyList<RetentionRule> All { get; } = [Link, Texts, Unanswered, Silent, Erasures, MonthKeys, Counters, Aliases];
}
