using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Outreach.Storage.Local;

/// <summary>Where a cluster's files are and which port it took: <c>postgres.json</c> in the data folder.</summary>
internal sealed record ClusterPlace(string Folder, int Port)
{
    /// <summary>PostgreSQL's own data directory.</summary>
    [JsonIgnore]
    public string Cluster => Path.Combine(Folder, "cluster");

    /// <summary>Filled by initdb, renamed to <see cref="Cluster"/> when it is whole.</summary>
    [JsonIgnore]
    public string Draft => Path.Combine(Folder, "cluster.new");

    [JsonIgnore]
    public string StartLog => Path.Combine(Folder, "start.log");

    public static ClusterPlace? Load(string directory)
    {
        var file = FileOf(directory);
        return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllText(file), LocalJson.Default.ClusterPlace) : null;
    }

    public void Save(string directory)
    {
        // Whole or not at all: a kill in the middle must not leave half of it.
        var draft = FileOf(directory) + ".new";
        File.WriteAllText(draft, JsonSerializer.Serialize(this, LocalJson.Default.ClusterPlace));
        File.Move(draft, FileOf(directory), overwrite: true);
    }

    /// <summary>The place beside the data folder's other files, or outside where a parent is closed to the server's user.</summary>
    public static string Beside(string directory) => Path.Combine(directory, "postgres");

    public static string Outside(string directory) =>
        Path.Combine("/var/lib/outreach", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(directory)))[..16]);

    private static string FileOf(string directory) => Path.Combine(directory, "postgres.json");
}
