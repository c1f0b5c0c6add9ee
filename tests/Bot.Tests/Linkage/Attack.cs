namespace Outreach.Bot.Tests.Linkage;

/// <summary>One way to find the chat that a case came from.</summary>
internal abstract class Attack
{
    public abstract string Name { get; }

    /// <summary>Tries, each a score for every candidate, the likeliest highest; equal ones are guessed among. No try = nothing to go by.</summary>
    public abstract IEnumerable<double[]> Try(Loot loot, SeenCase seen);

    /// <summary>By nearness to a moment: who was there last shortly before it is likeliest.</summary>
    protected static double[] ByMoment(Loot loot, SeenCase seen, DateTimeOffset moment) =>
    [
        .. seen.Candidates.Select(chat => loot.There[chat].Where(there => there <= moment).Select(there => -(moment - there).TotalMinutes).DefaultIfEmpty(-1e6).Max()),
    ];

    /// <summary>Several moments, of which one is the case's and it is not known which: each has its own best guess.</summary>
    protected static double[] ByAnyOf(Loot loot, SeenCase seen, IEnumerable<DateTimeOffset> moments)
    {
        var scores = new double[seen.Candidates.Count];
        foreach (var moment in moments)
        {
            var nearest = ByMoment(loot, seen, moment);
            var best = nearest.Length == 0 ? 0 : nearest.Max();
            var share = 1.0 / Math.Max(1, nearest.Count(score => score >= best));
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] += nearest[i] >= best ? share : 0;
            }
        }

        return scores;
    }

    /// <summary>By the transaction's number: who was written last before it is likeliest.</summary>
    protected static double[] ByTransaction(Night night, SeenCase seen, long xmin) =>
    [
        .. seen.Candidates.Select(chat => night.Chats.TryGetValue(chat, out var trace)
            ? trace.Xmin <= xmin ? trace.Xmin - xmin : -1e9 - trace.Xmin
            : -1e12),
    ];

    /// <summary>By a place among the cases of its day: their order is taken for the order in which they came.</summary>
    protected static double[] ByPlace(Loot loot, SeenCase seen, IReadOnlyList<Guid> order)
    {
        var place = order.TakeWhile(id => id != seen.Id).Count();
        return ByMoment(loot, seen, loot.MomentAt(seen.Day, (place + 0.5) / order.Count));
    }
}
