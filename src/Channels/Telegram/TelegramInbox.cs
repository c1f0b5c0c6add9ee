using Microsoft.Extensions.Logging;

namespace Outreach.Channels.Telegram;

/// <summary>Hands one update in, by whatever way it came.</summary>
internal sealed class TelegramInbox(TelegramReader reader, ITurnHandler turns, CallbackAnswers callbacks, ILogger<TelegramInbox> logger)
{
    public ReadUpdate Read(ReadOnlyMemory<byte> update) => reader.Read(update);

    public async Task<TurnReceipt> AcceptAsync(ReadUpdate update, CancellationToken cancellationToken)
    {
        switch (update)
        {
            case ReadUpdate.Known known:
                if (known.CallbackId is { } callbackId)
                {
                    callbacks.Answer(callbackId);
                }

                return await HandleAsync(known, cancellationToken);
            case ReadUpdate.Broken broken:
                return await KeepAsync(broken.UpdateId, broken.Shape, cancellationToken);
            default:
                return TurnReceipt.Stored;
        }
    }

    private async Task<TurnReceipt> HandleAsync(ReadUpdate.Known known, CancellationToken cancellationToken)
    {
        try
        {
            return await turns.AcceptAsync(known.Activity, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The edge: one update nobody can handle would come again for a day and hold up its chat.
            TelegramLog.HandlingFailed(logger, fault.GetType().Name);
            return await KeepAsync(known.Activity.UpdateId, $"{known.Activity.Kind}: {fault.GetType().Name}", cancellationToken);
        }
    }

    private async Task<TurnReceipt> KeepAsync(string updateId, string shape, CancellationToken cancellationToken)
    {
        try
        {
            return await turns.KeepDeadLetterAsync(TelegramReader.Channel, updateId, shape, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The edge, last of all: it must come again, and must not end the polling.
            TelegramLog.HandlingFailed(logger, fault.GetType().Name);
            return TurnReceipt.Unavailable;
        }
    }
}
