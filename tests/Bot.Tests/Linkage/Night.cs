namespace Outreach.Bot.Tests.Linkage;

/// <summary>All that a thief carries off at one moment.</summary>
internal sealed record Night
{
    /// <summary>The day that has just ended.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Every row of every table, table by table in the order in which they are read without being sorted.</summary>
    public required ILookup<string, StoredRow> Tables { get; init; }

    /// <summary>The number of the first TOAST value of each row that has one: PostgreSQL draws them from one counter.</summary>
    public required IReadOnlyDictionary<Guid, long> ToastOfText { get; init; }

    public required IReadOnlyList<FileSeen> Files { get; init; }

    /// <summary>Where in the WAL directory's bytes a case's id lies, and which chats' keys lie in front of it: nearest first.</summary>
    public required IReadOnlyDictionary<Guid, IReadOnlyList<string>> BeforeInWal { get; init; }

    /// <summary>When (by the commit records) transactions wrote to help tables, as the WAL tells it; the machine's time.</summary>
    public required IReadOnlyList<DateTime> HelpCommitsInWal { get; init; }

    /// <summary>What the conversations' rows tell of each chat: when it was last there, and in which transaction.</summary>
    public IReadOnlyDictionary<string, ChatTrace> Chats => field ??= Tables["conversations"].ToDictionary(
        row => Convert.ToHexString((byte[])row.Values["key"]!),
        row => new ChatTrace(row.MomentOf("expires")!.Value - TimeSpan.FromHours(24), row.Xmin, row));

    /// <summary>The case's row, or null when it is not there (yet, or any more).</summary>
    public StoredRow? CaseRow(Guid id) => Cases.GetValueOrDefault(id);

    public IEnumerable<StoredRow> RowsOf(Guid caseId) => OfCases[caseId];

    /// <summary>The cases that came in on a day, in the order in which the table gives them.</summary>
    public IReadOnlyList<StoredRow> CasesOf(DateOnly day) => [.. Tables["help_cases"].Where(row => row.DayOf("received_on") == day)];

    private IReadOnlyDictionary<Guid, StoredRow> Cases => field ??= Tables["help_cases"].ToDictionary(row => row.CaseId!.Value);

    private ILookup<Guid, StoredRow> OfCases => field ??= Tables.SelectMany(table => table).Where(row => row.CaseId is not null).ToLookup(row => row.CaseId!.Value);
}

/// <summary>What a conversation's row tells of its chat.</summary>
internal sealed record ChatTrace(DateTimeOffset LastThere, long Xmin, StoredRow Row);
