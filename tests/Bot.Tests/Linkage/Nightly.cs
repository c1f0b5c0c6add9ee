namespace Outreach.Bot.Tests.Linkage;

/// <summary>The night's work on help tables, by hand until the service has it.</summary>
internal static class Nightly
{
    private static readonly string[] Children = ["case_texts", "receipts", "case_links", "case_readers", "case_referrals", "case_reports"];

    public static IReadOnlyList<string> Statements { get; } =
    [
        string.Join(
            '\n',
            [
                "BEGIN;",
                .. Children.Prepend("help_cases").Select(table => $"CREATE TEMP TABLE copy_{table} ON COMMIT DROP AS SELECT * FROM {table};"),
                $"TRUNCATE help_cases, {string.Join(", ", Children)};",
                .. Children.Prepend("help_cases").Select(table => $"INSERT INTO {table} SELECT * FROM copy_{table} ORDER BY random();"),
                "COMMIT;",
            ]),
        "SELECT pg_switch_wal()",
        "CHECKPOINT",
    ];
}
