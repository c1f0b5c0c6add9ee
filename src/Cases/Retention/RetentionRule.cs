namespace Outreach.Cases.Retention;

/// <summary>How long one kind of thing is kept, and from when. What it is and why, in words, is content: <see cref="WhatPhrase"/>, <see cref="WhyPhrase"/>.</summary>
/// <param name="Id">As <c>texts</c>.</param>
/// <param name="Days">0 = at once; null = for good.</param>
public sealed record RetentionRule(string Id, RetentionStart From, int? Days)
{
    public string WhatPhrase => $"retention.{Id}.what";

    public string WhyPhrase => $"retention.{Id}.why";

    /// <summary>Until when, with <c>{days}</c> in it where there is a number of days.</summary>
    public string UntilPhrase => Days switch
    {
        null => "retention.until.forever",
        0 => $"retention.until.{From.ToString().ToLowerInvariant()}.at-once",
        _ => $"retention.until.{From.ToString().ToLowerInvariant()}",
    };

    /// <summary>Whether what began on a day has served its time.</summary>
    internal bool IsOver(DateOnly began, DateOnly today) => Days is { } days && began.AddDays(days) <= today;

    /// <summary>The last beginning that is over today.</summary>
    internal DateOnly OverWhenBegunBy(DateOnly today) => today.AddDays(-(Days ?? throw new InvalidOperationException($"{Id} is kept for good.")));
}
