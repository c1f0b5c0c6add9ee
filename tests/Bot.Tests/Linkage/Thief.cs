using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>Carries off a database and its data directory: rows with all that PostgreSQL keeps of them, files, and the WAL as it lies there.</summary>
internal sealed partial class Thief(string connectionString, string dataFolder, IReadOnlyList<string> otherFolders)
{
    private const int WalNeighbours = 40;
    private const int PageBytes = 8192;

    private readonly HashSet<long> _helpFiles = [];

    public string DataFolder => dataFolder;
    private IReadOnlyList<string>? _tables;

    /// <summary>Notes which files hold the help tables now: after the nightly rewriting they are others.</summary>
    public async Task NoteHelpFilesAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT relfilenode::bigint FROM pg_class WHERE relname IN ('help_cases', 'case_texts', 'receipts')", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            _helpFiles.Add(rows.GetInt64(0));
        }
    }

    public async Task<Night> TakeAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        _tables ??= await ReadTablesAsync(connection, cancellationToken);
        var rows = new List<StoredRow>();
        foreach (var table in _tables)
        {
            await ReadAsync(connection, table, rows, cancellationToken);
        }

        var cases = rows.Where(row => row.Table == "help_cases").Select(row => row.CaseId!.Value).ToList();
        var chats = rows.Where(row => row.Table == "conversations").Select(row => (byte[])row.Values["key"]!).ToList();
        return new Night
        {
            Day = day,
            Tables = rows.ToLookup(row => row.Table),
            ToastOfText = await ReadToastAsync(connection, cancellationToken),
            Files = [.. otherFolders.Prepend(dataFolder).SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)).Select(See).OfType<FileSeen>()],
            BeforeInWal = SearchWal(cases, chats),
            HelpCommitsInWal = await ReadWalTimesAsync(cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<string>> ReadTablesAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE '\\_\\_%' ORDER BY 1", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<string>();
        while (await rows.ReadAsync(cancellationToken))
        {
            tables.Add(rows.GetString(0));
        }

        return tables;
    }

    private static async Task ReadAsync(NpgsqlConnection connection, string table, List<StoredRow> into, CancellationToken cancellationToken)
    {
        // Not sorted: the order in which the file gives them.
        await using var command = new NpgsqlCommand($"SELECT xmin::text AS \"#x\", ctid::text AS \"#c\", * FROM \"{table}\"", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var place = rows.GetString(1).Trim('(', ')').Split(',');
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            for (var i = 2; i < rows.FieldCount; i++)
            {
                values[rows.GetName(i)] = await rows.IsDBNullAsync(i, cancellationToken) ? null : rows.GetValue(i);
            }

            into.Add(new StoredRow(table, Number(rows.GetString(0)), (int)Number(place[0]), (int)Number(place[1]), values));
        }
    }

    private static async Task<IReadOnlyDictionary<Guid, long>> ReadToastAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand("SELECT reltoastrelid::regclass::text FROM pg_class WHERE relname = 'case_texts' AND reltoastrelid <> 0", connection);
        if (await find.ExecuteScalarAsync(cancellationToken) is not string toast)
        {
            return new Dictionary<Guid, long>();
        }

        await using var command = new NpgsqlCommand(
            $"SELECT t.id, c.chunk_id::bigint FROM {toast} c JOIN case_texts t ON c.chunk_seq = 0 AND substring(t.sealed, 1, 64) = substring(c.chunk_data, 1, 64)", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var found = new Dictionary<Guid, long>();
        while (await rows.ReadAsync(cancellationToken))
        {
            found[rows.GetGuid(0)] = rows.GetInt64(1);
        }

        return found;
    }

    private static FileSeen? See(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileSeen(path, file.CreationTimeUtc, file.LastWriteTimeUtc) : null;
    }

    /// <summary>Ids lie at any byte, so every one is looked at.</summary>
    private Dictionary<Guid, IReadOnlyList<string>> SearchWal(IReadOnlyList<Guid> cases, IReadOnlyList<byte[]> chats)
    {
        var caseOf = cases.ToDictionary(id => BinaryPrimitives.ReadUInt64LittleEndian(id.ToByteArray(bigEndian: true)));
        var chatOf = chats.ToDictionary(key => BinaryPrimitives.ReadUInt64LittleEndian(key), Convert.ToHexString);
        var sieve = new bool[1 << 16];
        foreach (var start in caseOf.Keys.Concat(chatOf.Keys))
        {
            sieve[start & 0xFFFF] = true;
        }

        var found = new Dictionary<Guid, IReadOnlyList<string>>();
        foreach (var path in Directory.EnumerateFiles(Path.Combine(dataFolder, "pg_wal")))
        {
            var bytes = File.ReadAllBytes(path);
            var before = new List<string>();
            for (var at = 0; at + 8 <= bytes.Length; at++)
            {
                if (at % PageBytes == 0 && bytes.AsSpan(at, Math.Min(PageBytes, bytes.Length - at)).IndexOfAnyExcept((byte)0) < 0)
                {
                    at += PageBytes - 1; // nothing was written here yet
                    continue;
                }

                var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
                if (!sieve[word & 0xFFFF])
                {
                    continue;
                }

                if (chatOf.TryGetValue(word, out var chat))
                {
                    before.Remove(chat);
                    before.Insert(0, chat);
                }
                else if (caseOf.TryGetValue(word, out var id) && !found.ContainsKey(id))
                {
                    found[id] = [.. before.Take(WalNeighbours)];
                }
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<DateTime>> ReadWalTimesAsync(CancellationToken cancellationToken)
    {
        var writers = new HashSet<string>(StringComparer.Ordinal);
        var moments = new List<DateTime>();
        foreach (var segment in Directory.EnumerateFiles(Path.Combine(dataFolder, "pg_wal")).Where(file => SegmentName().IsMatch(Path.GetFileName(file))).Order(StringComparer.Ordinal))
        {
            var start = new ProcessStartInfo(WalDump, ["--rmgr=Heap", "--rmgr=Transaction", segment]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var dump = Process.Start(start)!;
            var errors = dump.StandardError.ReadToEndAsync(cancellationToken);
            while (await dump.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                var record = Record().Match(line);
                if (record.Success && line.Contains("INSERT", StringComparison.Ordinal) && Relation().Match(line) is { Success: true } relation && _helpFiles.Contains(Number(relation.Groups[1].Value)))
                {
                    writers.Add(record.Groups[1].Value);
                }
                else if (record.Success && Commit().Match(line) is { Success: true } commit && writers.Contains(record.Groups[1].Value)
                    && DateTimeOffset.TryParse(commit.Groups[1].Value.Replace("UTC", "+00:00", StringComparison.Ordinal), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
                {
                    moments.Add(moment.UtcDateTime);
                }
            }

            await dump.WaitForExitAsync(cancellationToken);
            await errors;
        }

        return moments;
    }

    private static string WalDump { get; } = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(folder => Path.Combine(folder, "bin", "pg_waldump")).Last(File.Exists);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9A-F]{24}$")]
    private static partial Regex SegmentName();

    [GeneratedRegex(@"tx:\s+(\d+),")]
    private static partial Regex Record();

    [GeneratedRegex(@"rel \d+/\d+/(\d+)")]
    private static partial Regex Relation();

    [GeneratedRegex(@"desc: COMMIT (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+ UTC)")]
    private static partial Regex Commit();
}
