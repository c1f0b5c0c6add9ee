namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>The bytes of the WAL directory: which chat's key was written last before the case's id; old segments kept for reuse included.</summary>
internal sealed class WalAttack : Attack
{
    public override string Name => "WAL bytes";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen)
        let before = night.BeforeInWal.GetValueOrDefault(seen.Id)
        where before is { Count: > 0 }
        select (double[])[.. seen.Candidates.Select(chat => before.Contains(chat) ? -before.TakeWhile(key => key != chat).Count() : -1e6)];
}
