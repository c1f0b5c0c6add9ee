namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Every time that stands in a case's rows.</summary>
internal sealed class TimeAttack : Attack
{
    public override string Name => "time";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen)
        from row in night.RowsOf(seen.Id)
        from column in row.Values.Keys
        let moment = row.MomentOf(column)
        where moment is not null && row.DayOf(column) is null | moment.Value.TimeOfDay != TimeSpan.Zero && loot.IsOn(moment.Value, seen.Day)
        // An hour is cut down: who was there in it, and latest.
        from tried in new[] { moment.Value, moment.Value.AddMinutes(30), moment.Value.AddMinutes(60) }
        select ByMoment(loot, seen, tried);
}
