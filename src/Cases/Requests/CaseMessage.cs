using Outreach.Storage.Cases;

namespace Outreach.Cases.Requests;

/// <summary>One text of a case, open.</summary>
/// <param name="Author">The worker or staff; notes are never among what a worker sees.</param>
/// <param name="On">The day, in the organisation's zone.</param>
public sealed record CaseMessage(TextAuthor Author, string Text, DateOnly On)
{
    public override string ToString() => nameof(CaseMessage);
}
