namespace Outreach.Channels;

/// <summary>A choice under a reply.</summary>
/// <param name="Title">What the person reads.</param>
/// <param name="Value">What comes back: at most 64 bytes of UTF-8 (Telegram's limit), or an https or tel address when <paramref name="IsLink"/>.</param>
public sealed record Button(string Title, string Value, bool IsLink = false);
