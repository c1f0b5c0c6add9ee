namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Long texts lie apart under numbers drawn from one counter of the whole server.</summary>
internal sealed class ToastAttack : Attack
{
    public override string Name => "toast ids";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen)
        let order = night.CasesOf(seen.Day).Select(row => row.CaseId!.Value)
            .Select(id => (Id: id, Number: night.RowsOf(id).Where(row => row.Table == "case_texts").Select(row => night.ToastOfText.GetValueOrDefault((Guid)row.Values["id"]!)).Where(number => number > 0).DefaultIfEmpty(0).Min()))
            .Where(pair => pair.Number > 0).OrderBy(pair => pair.Number).Select(pair => pair.Id).ToList()
        where order.Contains(seen.Id)
        select ByPlace(loot, seen, order);
}
