namespace Outreach.Benchmarks.Peers;

/// <summary>The searches that run on Node.js. Their packages are installed into the benchmark's build output, in the committed versions.</summary>
internal sealed class NodePeers(TimeSpan patience)
{
    private const string How = "needs Node.js 18 or newer with npm, and a package registry at the first run";

    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(5);

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Peers", "node");

    public DriverPeer MiniSearch => Of("MiniSearch", "minisearch.js");
    public DriverPeer NlpJs => Of("nlp.js", "nlpjs.js");

    private DriverPeer Of(string name, string script) => new(name, "node", ["--expose-gc", Path.Combine(_folder, script)], How, patience, InstallAsync);

    private async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        var wanted = Path.Combine(_folder, "package-lock.json");
        var installed = Path.Combine(_folder, "node_modules", ".package-lock.json");
        return File.Exists(installed) && File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(wanted)
            ? null
            : await Command.RunAsync(_folder, InstallPatience, "npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cancellationToken);
    }
}
