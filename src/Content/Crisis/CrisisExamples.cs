namespace Outreach.Content.Crisis;

/// <summary>Messages that editors wrote to teach how people in danger write, and how others do who use the same words.</summary>
/// <param name="Dangers">Kind of danger and message.</param>
/// <param name="NotOrdinary">Ids of answers whose phrasings tell of danger themselves; those of all others are learnt as harmless.</param>
internal sealed record CrisisExamples(IReadOnlyList<(string Kind, string Text)> Dangers, IReadOnlyList<string> Harmless, IReadOnlyCollection<string> NotOrdinary)
{
    public static CrisisExamples None { get; } = new([], [], []);

    public bool SameAs(CrisisExamples other) => ReferenceEquals(this, other)
        || (Dangers.SequenceEqual(other.Dangers) && Harmless.SequenceEqual(other.Harmless) && NotOrdinary.SequenceEqual(other.NotOrdinary));
}
