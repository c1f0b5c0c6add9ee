namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>The WAL as PostgreSQL's own programs read it: when transactions committed that wrote to help tables.</summary>
internal sealed class WalTimeAttack : Attack
{
    public override string Name => "WAL times";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen).Take(1)
        let moments = night.HelpCommitsInWal.Select(loot.Simulated).Where(moment => loot.IsOn(moment, seen.Day)).ToList()
        where moments.Count > 0
        select ByAnyOf(loot, seen, moments);
}
