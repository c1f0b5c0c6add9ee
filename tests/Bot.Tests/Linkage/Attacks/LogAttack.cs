namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Log lines that name the case, or that only a help request could have written, and when they were written.</summary>
internal sealed class LogAttack : Attack
{
    public override string Name => "log order";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        var night = loot.NightsOf(seen).FirstOrDefault();
        if (night?.CaseRow(seen.Id) is not { } row)
        {
            yield break;
        }

        var alias = (string)row.Values["alias"]!;
        var named = loot.Log.Where(line => line.Text.Contains(seen.Id.ToString(), StringComparison.OrdinalIgnoreCase) || line.Text.Contains(alias, StringComparison.Ordinal)).ToList();
        if (named.Count > 0)
        {
            yield return ByMoment(loot, seen, named[0].At);
        }

        var telling = loot.Log.Where(line => loot.IsOn(line.At, seen.Day) && line.Text.Contains("Outreach.Cases", StringComparison.Ordinal)).Select(line => line.At).ToList();
        if (telling.Count > 0)
        {
            yield return ByAnyOf(loot, seen, telling);
        }
    }
}
