using System.Threading.Channels;
using Microsoft.Extensions.Hosting;

namespace Outreach.Channels.Telegram;

/// <summary>Tells Telegram that a pressed button was heard, or it keeps spinning. Never in the way of a turn; what is too late is dropped.</summary>
internal sealed class CallbackAnswers(TelegramClient client) : BackgroundService
{
    private const int Waiting = 1024;
    private const int AtOnce = 8;

    private readonly Channel<string> _ids = System.Threading.Channels.Channel.CreateBounded<string>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Answer(string callbackId) => _ids.Writer.TryWrite(callbackId);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => AnswerAllAsync(stoppingToken)));

    private async Task AnswerAllAsync(CancellationToken cancellationToken)
    {
        await foreach (var id in _ids.Reader.ReadAllAsync(cancellationToken))
        {
            // An answer that fails is an hourglass that turns a little longer: not worth a line in the log.
            await client.AnswerCallbackQuery(id, cancellationToken);
        }
    }
}
