namespace Outreach.Storage;

/// <summary>Where things are kept (<c>Storage:Provider</c>).</summary>
public enum StorageProvider
{
    /// <summary>A connection string given: that PostgreSQL. Else PostgreSQL's programs on this machine: a private cluster. Else memory.</summary>
    Auto,

    /// <summary>A private cluster below <c>Storage:Directory</c>.</summary>
    Local,

    /// <summary>The PostgreSQL of <c>Storage:ConnectionString</c>.</summary>
    Postgres,

    /// <summary>Nothing is kept.</summary>
    InMemory,
}
