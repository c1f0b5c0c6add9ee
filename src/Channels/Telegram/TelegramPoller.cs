using Microsoft.Extensions.Logging;

namespace Outreach.Channels.Telegram;

/// <summary>Asks for updates, hands them in, and only then moves on: what is not stored is asked for again.</summary>
internal sealed class TelegramPoller(
    TelegramClient client, TelegramInbox inbox, IEnumerable<IPollOffsets> offsets, IEnumerable<WaitsToPoll> turns, TimeProvider time, ILogger<TelegramPoller> logger)
{
    private readonly IPollOffsets? _offsets = offsets.FirstOrDefault();
    private readonly WaitsToPoll? _turn = turns.FirstOrDefault();
    private readonly Backoff _backoff = new();
    private long? _offset;

    public async Task PollAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        while (true)
        {
            if (_turn is not null && await _turn(TelegramReader.Channel, cancellationToken))
            {
                await LoadAsync(cancellationToken);
            }

            switch (await client.GetUpdates(_offset, cancellationToken))
            {
                case ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>.Done { Result: var updates }:
                    await HandInAsync(updates, cancellationToken);
                    break;
                case var failed:
                    await FailedAsync(failed, cancellationToken);
                    break;
            }
        }
    }

    private async Task HandInAsync(IReadOnlyList<ReadOnlyMemory<byte>> slices, CancellationToken cancellationToken)
    {
        if (slices.Count == 0)
        {
            _backoff.Reset();
            return;
        }

        var updates = slices.Select(inbox.Read).ToList();
        var chats = updates.GroupBy(u => (u as ReadUpdate.Known)?.Activity.Address.Value ?? "");
        var unstored = await Task.WhenAll(chats.Select(chat => HandInOrderAsync(chat, cancellationToken)));

        // An update without a number is behind us when the next number is asked for.
        var next = updates.Max(u => u.Number) is { } last ? last + 1 : (_offset ?? 0) + 1;
        var firstUnstored = unstored.Where(u => u is not null).Select(u => u!.Number ?? next).DefaultIfEmpty(next).Min();
        if (firstUnstored != _offset)
        {
            _offset = firstUnstored;
            await SaveAsync(firstUnstored, cancellationToken);
        }

        if (firstUnstored == next)
        {
            _backoff.Reset();
            return;
        }

        var wait = _backoff.Next();
        TelegramLog.NotStored(logger, wait.TotalSeconds);
        await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>The first that could not be stored; those behind it of the same chat wait for it.</summary>
    private async Task<ReadUpdate?> HandInOrderAsync(IEnumerable<ReadUpdate> chat, CancellationToken cancellationToken)
    {
        foreach (var update in chat)
        {
            if (await inbox.AcceptAsync(update, cancellationToken) == TurnReceipt.Unavailable)
            {
                return update;
            }
        }

        return null;
    }

    private async Task FailedAsync(ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>> failed, CancellationToken cancellationToken)
    {
        var error = failed as ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>.Error;
        var wait = _backoff.Next(error?.RetryAfter);
        switch (error?.Code)
        {
            case 409:
                TelegramLog.AnotherReader(logger);
                break;
            case 401 or 404:
                TelegramLog.TokenRefused(logger);
                break;
        }

        TelegramLog.CallFailed(logger, "getUpdates", TelegramService.Failure(failed), wait.TotalSeconds);
        await Task.Delay(wait, time, cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        while (_offsets is not null)
        {
            try
            {
                _offset = await _offsets.LoadAsync(TelegramReader.Channel, cancellationToken);
                _backoff.Reset();
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The edge: the store may come up after us.
                TelegramLog.OffsetFailed(logger, "loaded", fault.GetType().Name);
                await Task.Delay(_backoff.Next(), time, cancellationToken);
            }
        }
    }

    private async Task SaveAsync(long offset, CancellationToken cancellationToken)
    {
        if (_offsets is null)
        {
            return;
        }

        try
        {
            await _offsets.SaveAsync(TelegramReader.Channel, offset, cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // The edge: what was stored is known as seen, so reading a little of it again after a restart changes nothing.
            TelegramLog.OffsetFailed(logger, "saved", fault.GetType().Name);
        }
    }
}
