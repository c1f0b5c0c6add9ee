using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Storage.Subscribers.Import;

namespace Outreach.Bot.CommandLine;

/// <summary>Prints what became of a list of subscribers: each fault as it is found, so that a million of them fit in memory.</summary>
/// <param name="file">Null = one JSON document.</param>
internal sealed class ImportOutput(Terminal terminal, string? file)
{
    private long _faults;

    public async Task ReportAsync(ImportFault fault)
    {
        if (file is null)
        {
            await terminal.Out.WriteAsync(_faults == 0 ? "{\"faults\":[" : ",");
            await terminal.Out.WriteAsync(JsonSerializer.Serialize(fault, ImportJson.Readable.ImportFault));
        }
        else
        {
            var column = fault.Column is null ? "" : fault.Column + ": ";
            await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{file}:{fault.Line}: error: {column}{fault.What}{(fault.Mend.Length == 0 ? "" : ". " + fault.Mend)}"));
        }

        _faults++;
    }

    /// <returns>Exit code: at fault when a row, or the file as a whole, was refused.</returns>
    public async Task<int> EndAsync(ImportSummary summary)
    {
        await terminal.Out.WriteLineAsync(file is null
            ? (_faults == 0 ? "{\"faults\":[" : "") + "]," + JsonSerializer.Serialize(summary, ImportJson.Readable.ImportSummary)[1..]
            : string.Create(CultureInfo.InvariantCulture,
                $"{summary.Rows:N0} rows: {summary.Added:N0} added, {summary.Renewed:N0} consented anew, {summary.Kept:N0} were there already, {summary.LeftWithdrawn:N0} stay withdrawn, {summary.Refused:N0} refused."));
        return _faults == 0 ? ExitCodes.Done : ExitCodes.Fault;
    }

    /// <summary>The database went away in the middle.</summary>
    public async Task<int> BreakOffAsync()
    {
        await terminal.Error.WriteLineAsync("outreach: the database does not answer any more. What was written stays; import the same file again.");
        if (file is null)
        {
            await terminal.Out.WriteLineAsync((_faults == 0 ? "{\"faults\":[" : "") + "],\"complete\":false}");
        }

        return ExitCodes.Fault;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ImportFault))]
[JsonSerializable(typeof(ImportSummary))]
internal sealed partial class ImportJson : JsonSerializerContext
{
    public static ImportJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
