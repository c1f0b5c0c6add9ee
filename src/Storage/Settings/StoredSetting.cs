namespace Outreach.Storage.Settings;

/// <summary>Something the service itself must remember in the database.</summary>
internal sealed class StoredSetting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}
