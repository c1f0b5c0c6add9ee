namespace Outreach.Benchmarks.Peers;

/// <summary>What a search found for one question.</summary>
/// <param name="Ms">How long it took, in the second round of all questions.</param>
/// <param name="Hits">Best first, each answer once, ten at most.</param>
internal sealed record PeerAnswer(double Ms, IReadOnlyList<PeerHit> Hits)
{
    /// <summary>Whether the search itself says that it knows; null where only a threshold on the score can tell.</summary>
    public bool? Known { get; init; }

    /// <summary>Where the first of the right answers stands, from 1; 0 where none was found.</summary>
    public int Rank(Func<string, bool> isRight)
    {
        for (var i = 0; i < Hits.Count; i++)
        {
            if (isRight(Hits[i].Id))
            {
                return i + 1;
            }
        }

        return 0;
    }
}
