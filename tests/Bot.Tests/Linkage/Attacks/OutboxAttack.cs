namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Replies still in the outbox, dead letters, and the gaps in the outbox's numbers.</summary>
internal sealed class OutboxAttack : Attack
{
    public override string Name => "outbox";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen).Take(1)
        let moments = night.Tables["outbox"].Select(row => row.MomentOf("queued_at")).Concat(night.Tables["dead_letters"].Select(row => row.MomentOf("received_at")))
            .OfType<DateTimeOffset>().Where(moment => loot.IsOn(moment, seen.Day)).ToList()
        where moments.Count > 0
        select ByAnyOf(loot, seen, moments);
}
