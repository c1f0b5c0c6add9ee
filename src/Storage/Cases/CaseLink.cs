namespace Outreach.Storage.Cases;

/// <summary>Leads from an open case back to its chat, for whoever has the link's key; that key is a file and never here.</summary>
internal sealed class CaseLink
{
    public const string Table = "case_links";

    public Guid Id { get; init; } = Guid.NewGuid();
    public required Guid CaseId { get; init; }

    /// <summary>The chat's address and the case key.</summary>
    public required byte[] Sealed { get; init; }
}
