namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Whoever of the staff opened a case did so after it came: the audit's order, hours and transactions bound its moment.</summary>
internal sealed class AuditAttack : Attack
{
    public override string Name => "audit order";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        foreach (var night in loot.NightsOf(seen).Take(2))
        {
            var lines = night.Tables.Where(table => table.Key.Contains("audit", StringComparison.Ordinal)).SelectMany(table => table)
                .Where(row => row.Values.Values.Any(value => value is Guid id && id == seen.Id || value is string text && text.Contains(seen.Id.ToString("D"), StringComparison.OrdinalIgnoreCase)))
                .OrderBy(row => row.Xmin).ToList();
            if (lines.Count == 0)
            {
                continue;
            }

            yield return ByTransaction(night, seen, lines[0].Xmin);
            foreach (var moment in lines.Take(1).SelectMany(row => row.Values.Keys.Select(row.MomentOf)).OfType<DateTimeOffset>())
            {
                yield return ByMoment(loot, seen, moment);
                yield return ByMoment(loot, seen, moment.AddHours(1));
            }
        }
    }
}
