namespace Outreach.Storage.Turns;

/// <summary>An update that was handled. Telegram brings one again for 24 hours; housekeeping keeps three days.</summary>
internal sealed class SeenUpdate
{
    public required byte[] Key { get; init; }
    public required DateOnly Day { get; init; }
}
