namespace Outreach.Channels.Telegram;

/// <summary>How Telegram took the last call: for who looks after the service.</summary>
public sealed class TelegramHealth
{
    private volatile Report? _last;

    /// <summary>Whether it was called since the start.</summary>
    public bool IsKnown => _last is not null;

    /// <summary>Why the last call failed; null when it did not, or there was none.</summary>
    public SendFailure? Failure => _last?.Failure;

    /// <param name="status">Of HTTP; null when no answer came.</param>
    internal void Note(int? status) => _last = new Report(status switch
    {
        null => SendFailure.Unreachable,
        401 or 404 => SendFailure.Unauthorized,
        >= 500 => SendFailure.ChannelFault,
        _ => null,
    });

    private sealed record Report(SendFailure? Failure);
}
