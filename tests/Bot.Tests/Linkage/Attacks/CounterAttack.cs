namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Every number in a case's rows, read as one that grows from case to case.</summary>
internal sealed class CounterAttack : Attack
{
    public override string Name => "counters";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        foreach (var night in loot.NightsOf(seen).Take(2))
        {
            var cases = night.CasesOf(seen.Day);
            foreach (var column in cases[0].Values.Where(v => v.Value is int or long or short).Select(v => v.Key))
            {
                var own = Number(night.CaseRow(seen.Id)!, column);
                var below = cases.Count(row => Number(row, column) < own);
                var equal = cases.Count(row => Number(row, column) == own);
                yield return ByMoment(loot, seen, loot.MomentAt(seen.Day, (below + (equal / 2.0)) / cases.Count));
            }
        }
    }

    private static long Number(StoredRow row, string column) => Convert.ToInt64(row.Values[column], System.Globalization.CultureInfo.InvariantCulture);
}
