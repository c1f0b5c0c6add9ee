namespace Outreach.Bot.Tests.Linkage;

/// <summary>One row as a thief of the database reads it, with what PostgreSQL itself keeps of it.</summary>
internal sealed record StoredRow(string Table, long Xmin, int Page, int Line, IReadOnlyDictionary<string, object?> Values)
{
    /// <summary>The case it belongs to, where it belongs to one.</summary>
    public Guid? CaseId => Values.GetValueOrDefault(Table == "help_cases" ? "id" : "case_id") as Guid?;

    public DateOnly? DayOf(string column) => Values.GetValueOrDefault(column) switch
    {
        DateOnly day => day,
        DateTime day => DateOnly.FromDateTime(day),
        _ => null,
    };

    public DateTimeOffset? MomentOf(string column) => Values.GetValueOrDefault(column) switch
    {
        DateTime moment => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        DateTimeOffset moment => moment,
        _ => null,
    };
}
