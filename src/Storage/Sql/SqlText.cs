using System.Collections.Concurrent;

namespace Outreach.Storage.Sql;

/// <summary>The statements that lie beside this file as <c>NAME.sql</c>.</summary>
internal static class SqlText
{
    private static readonly ConcurrentDictionary<string, string> Read = new(StringComparer.Ordinal);

    public static string Of(string name) => Read.GetOrAdd(name, static name =>
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream($"Outreach.Storage.Sql.{name}.sql")
            ?? throw new ArgumentException($"There is no {name}.sql.", nameof(name));
        using var reader = new StreamReader(stream);
        // Without the comment lines: they are for people, and every statement is sent and parsed.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
    });
}
