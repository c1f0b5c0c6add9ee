namespace Outreach.Storage.Keys;

/// <summary>A short mark of each folder's first key; null where this node does not open it.</summary>
internal sealed record KeyPrints(string? Public, string? Sender, string? Console);
