namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Where a case's first line stands in the audit: among those of its day, and behind which line that carries an hour.</summary>
internal sealed class AuditPlaceAttack : Attack
{
    public override string Name => "audit place";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        foreach (var night in loot.NightsOf(seen).Take(2))
        {
            var chain = night.Tables["audit_entries"].OrderBy(row => (long)row.Values["number"]!).ToList();
            var place = chain.FindIndex(row => CaseOf(row) == seen.Id);
            if (place < 0)
            {
                continue;
            }

            var order = chain.Select(CaseOf).OfType<Guid>().Distinct().Where(id => night.CaseRow(id)?.DayOf("received_on") == seen.Day).ToList();
            yield return ByPlace(loot, seen, order);
            if (chain.Take(place).LastOrDefault(row => CaseOf(row) is null)?.MomentOf("hour") is { } hour)
            {
                yield return ByMoment(loot, seen, hour);
                yield return ByMoment(loot, seen, hour.AddHours(1));
            }
        }
    }

    private static Guid? CaseOf(StoredRow row) => row.Values["what"] is "Case" ? Guid.Parse((string)row.Values["id"]!) : null;
}
