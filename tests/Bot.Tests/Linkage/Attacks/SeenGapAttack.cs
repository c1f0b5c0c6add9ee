namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>
/// With the public keys: a channel numbers its updates, and a help flow leaves no mark of its own, so its updates are
/// missing from the marks. Who wrote the update in front of the gap?
/// </summary>
internal sealed class SeenGapAttack : Attack
{
    public override string Name => "missing seen marks";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        var night = loot.NightsOf(seen).FirstOrDefault();
        if (night is null || loot.SeenKeyOf is null)
        {
            yield break;
        }

        var marks = night.Tables["seen_updates"].Where(row => row.DayOf("day") == seen.Day).ToDictionary(row => Convert.ToHexString((byte[])row.Values["key"]!));
        var chatOf = night.Chats.ToLookup(chat => chat.Value.Xmin, chat => chat.Key);
        var scores = new double[seen.Candidates.Count];
        StoredRow? last = null;
        var missing = 0;
        for (var number = 1; number < 20_000; number++)
        {
            if (!marks.TryGetValue(loot.SeenKeyOf(number), out var mark))
            {
                missing++;
                continue;
            }

            if (missing >= 3 && last is not null)
            {
                foreach (var chat in chatOf[last.Xmin])
                {
                    for (var i = 0; i < scores.Length; i++)
                    {
                        scores[i] += seen.Candidates[i] == chat ? 1.0 / chatOf[last.Xmin].Count() : 0;
                    }
                }
            }

            (last, missing) = (mark, 0);
        }

        yield return scores;
    }
}
