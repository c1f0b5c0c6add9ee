using System.Text.Json;

namespace Outreach.Benchmarks.Peers;

/// <summary>A search in a process of its own: a driver script reads the documents and questions from files and writes what it found into another.</summary>
/// <param name="prepareAsync">Installs what the script needs; gives the reason where that cannot be had.</param>
internal sealed class DriverPeer(
    string name, string program, string[] script, string how, TimeSpan patience, Func<CancellationToken, Task<string?>> prepareAsync) : IPeer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<PeerOutcome> RunAsync(PeerTask task, CancellationToken cancellationToken)
    {
        if (await prepareAsync(cancellationToken) is { } missing)
        {
            return new PeerOutcome.NotRun($"not installed: {missing} ({how})") { Name = name };
        }

        var folder = BenchmarkFolder.Make("peer");
        try
        {
            string[] files = [Path.Combine(folder, "documents.jsonl"), Path.Combine(folder, "questions.jsonl"), Path.Combine(folder, "found.jsonl")];
            await File.WriteAllLinesAsync(files[0], task.Documents.Select(d => JsonSerializer.Serialize(d, Json)), cancellationToken);
            await File.WriteAllLinesAsync(files[1], task.Questions.Select(q => JsonSerializer.Serialize(new Question(q), Json)), cancellationToken);
            return await Command.RunAsync(folder, patience, program, [.. script, .. files], cancellationToken) is { } failed
                ? new PeerOutcome.NotRun(failed) { Name = name }
                : Read(await File.ReadAllLinesAsync(files[2], cancellationToken));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static PeerOutcome.Ran Read(string[] lines)
    {
        var about = JsonSerializer.Deserialize<About>(lines[0], Json)!;
        return new PeerOutcome.Ran(about.BuildMs, about.MemoryMb, [.. lines.Skip(1).Select(l => JsonSerializer.Deserialize<PeerAnswer>(l, Json)!)]) { Name = about.Name };
    }

    private sealed record Question(string Text);

    private sealed record About(string Name, double BuildMs, double MemoryMb);
}
