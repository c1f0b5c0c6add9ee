namespace Outreach.Storage;

/// <summary>Who opens the storage.</summary>
public enum StorageUse
{
    /// <summary>The service: one at a time on a data folder.</summary>
    Serve,

    /// <summary>A verb, beside a running service or alone.</summary>
    Verb,
}
