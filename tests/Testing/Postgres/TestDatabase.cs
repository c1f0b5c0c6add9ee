namespace Outreach.Testing.Postgres;

/// <summary>A database of one test's own. It goes with its cluster.</summary>
public sealed record TestDatabase(string ConnectionString)
{
    /// <summary>Settings that make the service use it.</summary>
    public Dictionary<string, string?> Settings(string directory) => new()
    {
        ["Storage:Provider"] = "Postgres",
        ["Storage:ConnectionString"] = ConnectionString,
        ["Storage:Directory"] = directory,
    };
}
