namespace Outreach.Channels.DirectLine;

/// <param name="Claims">Of the token; null for whoever holds the secret.</param>
internal sealed record DirectLineCaller(TokenClaims? Claims);
