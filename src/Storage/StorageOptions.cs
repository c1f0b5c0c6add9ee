namespace Outreach.Storage;

/// <summary>Where the service keeps what must last (<c>Storage:*</c>).</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>A name of <see cref="StorageProvider"/>, in any case.</summary>
    public string Provider { get; set; } = nameof(StorageProvider.Auto);

    /// <summary>An Npgsql connection string, or null. Never logged or shown.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of the private cluster and of the lock files, from the current folder.</summary>
    public string Directory { get; set; } = "data";

    /// <summary>The folder of the keys; null = <c>keys</c> below <see cref="Directory"/>.</summary>
    public string? KeyDirectory { get; set; }

    internal StorageProvider Named => Enum.Parse<StorageProvider>(Provider, ignoreCase: true);

    /// <summary><see cref="Directory"/>, from the root.</summary>
    public string FullDirectory => Path.GetFullPath(Directory);

    internal string FullKeyDirectory => Path.GetFullPath(KeyDirectory ?? Path.Combine(Directory, "keys"));
}
