namespace Outreach.Channels.DirectLine;

/// <summary>HMAC-SHA-256 under a key of at least 32 bytes that outlives a restart. Bot fills it.</summary>
public delegate byte[] TokenSigner(ReadOnlySpan<byte> payload);
