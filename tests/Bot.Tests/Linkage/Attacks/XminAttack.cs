namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Transactions are numbered in the order of their writing, in all tables alike.</summary>
internal sealed class XminAttack : Attack
{
    public override string Name => "xmin";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen)
        from xmin in night.RowsOf(seen.Id).Where(row => row.Table != "case_readers").Select(row => row.Xmin).Distinct()
        select ByTransaction(night, seen, xmin);
}
