using Outreach.Content.Answers;

namespace Outreach.Scheduler.Campaigns;

/// <summary>A message in one language.</summary>
public sealed record MessageText
{
    public required string Title { get; init; }

    /// <summary>As it was written: figures (<c>{{id}}</c>) get their value on the day it is sent.</summary>
    public required string Markdown { get; init; }

    public Quiz? Quiz { get; init; }

    public override string ToString() => "A message's text";
}
