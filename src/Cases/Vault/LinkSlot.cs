namespace Outreach.Cases.Vault;

/// <summary>One entry of a chat's link file: which link, and the key that opens it.</summary>
internal sealed record LinkSlot(Guid LinkId, byte[] Key)
{
    public override string ToString() => nameof(LinkSlot);
}
