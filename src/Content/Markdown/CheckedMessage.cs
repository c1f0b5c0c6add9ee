using Outreach.Content.Blocks;

namespace Outreach.Content.Markdown;

/// <summary>A message as channels render it, and every fault in how it was written.</summary>
/// <param name="Blocks">Figures and hotlines still named: <see cref="ContentSnapshot.Resolve"/> puts in those of a day.</param>
/// <param name="Figures">Ids of the figures in it: on a day on which one has no value it must not be sent.</param>
/// <param name="Issues">By line and column; the file is the message's language.</param>
public sealed record CheckedMessage(IReadOnlyList<Block> Blocks, IReadOnlyList<string> Figures, IReadOnlyList<Issue> Issues)
{
    /// <summary>No error; warnings do not keep it from being sent.</summary>
    public bool IsGood => Issues.All(i => i.Level != IssueLevel.Error);
}
