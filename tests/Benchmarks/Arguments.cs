namespace Outreach.Benchmarks;

/// <summary>Options behind a benchmark's name: <c>--name value</c>.</summary>
internal sealed class Arguments(string[] args)
{
    /// <summary>The value behind <c>--name</c>, or null.</summary>
    public string? Find(string name)
    {
        var at = Array.IndexOf(args, $"--{name}");
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
