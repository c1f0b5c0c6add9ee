namespace Outreach.Benchmarks.Peers;

/// <summary>All searches, one after the other: each has the machine to itself.</summary>
internal static class AllPeers
{
    public static IPeer[] Others(TimeSpan patience)
    {
        var node = new NodePeers(patience);
        var sqlite = new DriverPeer(
            "SQLite FTS5", "python3", [Path.Combine(AppContext.BaseDirectory, "Peers", "sqlite_fts.py")],
            "needs Python 3 with its sqlite3 module", patience,
            stop => Command.RunAsync(AppContext.BaseDirectory, TimeSpan.FromMinutes(1), "python3", ["-c", "import sqlite3"], stop));
        return [new PostgresPeer(), sqlite, node.MiniSearch, node.NlpJs];
    }

    public static async Task<List<PeerOutcome>> RunAsync(IEnumerable<IPeer> peers, PeerTask task, CancellationToken cancellationToken)
    {
        var outcomes = new List<PeerOutcome>();
        foreach (var peer in peers)
        {
            outcomes.Add(await peer.RunAsync(task, cancellationToken));
            Console.Error.WriteLine($"{outcomes[^1].Name}: {(outcomes[^1] is PeerOutcome.NotRun missing ? missing.Why : "done")}");
        }

        return outcomes;
    }

    public static string NotRun(IEnumerable<PeerOutcome> outcomes) =>
        string.Concat(outcomes.OfType<PeerOutcome.NotRun>().Select(o => $"- {o.Name}: {o.Why}.\n"));
}
