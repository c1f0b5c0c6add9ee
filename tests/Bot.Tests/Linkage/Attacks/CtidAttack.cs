namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>The place in the file: pages filled one after the other, and room on old pages taken by who came later.</summary>
internal sealed class CtidAttack : Attack
{
    public override string Name => "ctid";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        foreach (var night in loot.NightsOf(seen))
        {
            var cases = night.CasesOf(seen.Day);
            yield return ByPlace(loot, seen, [.. cases.OrderBy(row => row.Page).ThenBy(row => row.Line).Select(row => row.CaseId!.Value)]);
            yield return ByPlace(loot, seen, [.. cases.OrderByDescending(row => row.Page).ThenByDescending(row => row.Line).Select(row => row.CaseId!.Value)]);
            // A place among all rows, read as a place in the day.
            var all = night.Tables["help_cases"].ToList();
            var place = all.FindIndex(row => row.CaseId == seen.Id);
            yield return ByMoment(loot, seen, loot.MomentAt(seen.Day, (place + 0.5) / all.Count));
        }
    }
}
