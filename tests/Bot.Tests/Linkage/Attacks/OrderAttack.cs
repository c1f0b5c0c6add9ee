namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>The order in which tables give their rows is the order of writing.</summary>
internal sealed class OrderAttack : Attack
{
    private static readonly string[] Tables = ["help_cases", "case_texts", "receipts", "case_links", "case_readers"];

    public override string Name => "order";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen)
        from table in Tables
        let order = night.Tables[table].Where(row => night.CaseRow(row.CaseId!.Value)?.DayOf("received_on") == seen.Day)
            .Select(row => row.CaseId!.Value).Distinct().ToList()
        where order.Contains(seen.Id)
        select ByPlace(loot, seen, order);
}
