using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Outreach.Content.Blocks;

namespace Outreach.Channels.Telegram;

/// <summary>Sends replies and broadcasts, part by part, within the token's budget.</summary>
internal sealed class TelegramSender(TelegramClient client, SendBudget budget, TelegramMedia media, TimeProvider time, ILogger<TelegramSender> logger)
    : IChannelSender, IBroadcastSender
{
    /// <summary>When Telegram asks for a pause without saying how long.</summary>
    private static readonly TimeSpan UnnamedPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);
    private const int TriesForLaterParts = 3;
    private const string Html = "HTML";

    /// <summary>As many as Telegram takes in one call.</summary>
    private const int DeletedAtOnce = 100;

    /// <summary>What many are told is rendered once.</summary>
    private readonly ConditionalWeakTable<Reply, IReadOnlyList<TelegramPart>> _rendered = [];

    /// <summary>The same object each time, so that its words too are rendered once.</summary>
    private readonly ConditionalWeakTable<Reply, Reply> _withoutPictures = [];

    private int _unauthorizedSaid;

    public string Channel => TelegramReader.Channel;

    public DateTimeOffset? StoppedUntil => budget.Silence is var silence && silence > TimeSpan.Zero ? time.GetUtcNow() + silence : null;

    public void KeepSilent(TimeSpan silence) => budget.StopFor(silence);

    public Task WhenOpenAsync(CancellationToken cancellationToken) => budget.WhenOpenAsync(cancellationToken);

    public async Task<SendOutcome> SendAsync(ChannelAddress address, Reply reply, SendPriority priority, CancellationToken cancellationToken) =>
        await SendAsync(address, reply, priority, chat => AlwaysAsync(budget.WaitAsync(chat, priority, cancellationToken)), cancellationToken)
            ?? throw new InvalidOperationException("A reply was not sent though its slot came.");

    public Task<SendOutcome?> TrySendAsync(
        ChannelAddress address, Reply reply, SendPriority priority, Func<bool> mayCall, CancellationToken giveUp, CancellationToken cancellationToken) =>
        SendAsync(address, reply, priority, chat => TryTakeSlotAsync(chat, priority, mayCall, giveUp), cancellationToken);

    private static async Task<bool> AlwaysAsync(Task slot)
    {
        await slot;
        return true;
    }

    private async Task<bool> TryTakeSlotAsync(long chat, SendPriority priority, Func<bool> mayCall, CancellationToken giveUp)
    {
        try
        {
            if (priority == SendPriority.Reply)
            {
                await budget.WaitAsync(chat, priority, giveUp);
                return mayCall();
            }

            return await budget.TryWaitAsync(chat, giveUp) && budget.Silence == TimeSpan.Zero && mayCall();
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <param name="takeSlot">Waits for the first slot; false = nothing is to be sent.</param>
    private async Task<SendOutcome?> SendAsync(
        ChannelAddress address, Reply reply, SendPriority priority, Func<long, Task<bool>> takeSlot, CancellationToken cancellationToken)
    {
        if (!long.TryParse(address.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
        {
            return new SendOutcome.Refused(SendFailure.UnknownAddress);
        }

        var (pictures, text) = PartPictures(reply);
        var parts = _rendered.GetValue(text, static reply => TelegramRenderer.Render(reply));
        if (parts.Count == 0 && pictures.Count == 0)
        {
            return new SendOutcome.Refused(SendFailure.BadContent);
        }

        var steps = pictures.Select(p => (Func<Task<ApiAnswer<Message>>>)(() => SendPictureAsync(chat, p, cancellationToken)))
            .Concat(parts.Select((p, i) => (Func<Task<ApiAnswer<Message>>>)(() => SendPartAsync(chat, p, i == 0 ? MessageId(reply.Replaces) : null, priority, cancellationToken))))
            .ToList();
        SendOutcome outcome = new SendOutcome.Sent("");
        var earlier = new List<string>();
        for (var i = 0; i < steps.Count && outcome is SendOutcome.Sent before; i++)
        {
            if (i > 0)
            {
                earlier.Add(before.ExternalId);
                await budget.WaitAsync(chat, priority, cancellationToken);
            }
            else if (!await takeSlot(chat))
            {
                return null;
            }

            outcome = await StepAsync(steps[i], chat, priority, isLater: i > 0, cancellationToken);
        }

        if (outcome is SendOutcome.Sent last && earlier.Count > 0)
        {
            outcome = last with { Earlier = earlier };
        }

        if (outcome is SendOutcome.Sent && reply.Audio is { } audio && media.Find(audio) is { } voice)
        {
            await SendVoiceAsync(chat, voice, priority, cancellationToken);
        }

        return outcome;
    }

    /// <summary>https://core.telegram.org/bots/api#deletemessage: also what the other side of a private chat wrote.</summary>
    public TimeSpan DeletableFor => TimeSpan.FromHours(48);

    public async Task<DeleteOutcome> DeleteAsync(ChannelAddress address, IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        if (!long.TryParse(address.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
        {
            return new DeleteOutcome.Refused();
        }

        DeleteOutcome outcome = new DeleteOutcome.Gone();
        foreach (var some in messageIds.Select(MessageId).OfType<int>().Distinct().Chunk(DeletedAtOnce))
        {
            var deleted = SendOutcomes.OfDeletion(await client.DeleteMessages(chat, some, cancellationToken));
            outcome = (outcome, deleted) switch
            {
                (_, DeleteOutcome.Retry) => deleted,
                (DeleteOutcome.Gone, _) => deleted,
                _ => outcome,
            };
        }

        return outcome;
    }

    /// <summary>A later part that fails is tried again here: whoever called would send the first ones twice.</summary>
    private async Task<SendOutcome> StepAsync(Func<Task<ApiAnswer<Message>>> step, long chat, SendPriority priority, bool isLater, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = Note(SendOutcomes.Of(await step()));
            if (!isLater || tries == TriesForLaterParts || outcome is not SendOutcome.Retry { Failure: SendFailure.TooMany or SendFailure.ChannelFault } retry)
            {
                return outcome;
            }

            if (retry.Failure == SendFailure.ChannelFault)
            {
                await Task.Delay(BetweenTries * tries, time, cancellationToken);
            }

            await budget.WaitAsync(chat, priority, cancellationToken);
        }
    }

    private async Task<ApiAnswer<Message>> SendPartAsync(long chat, TelegramPart part, int? replaces, SendPriority priority, CancellationToken cancellationToken)
    {
        if (replaces is { } id)
        {
            var edited = await client.EditMessageText(chat, id, part.Html, Html, part.Keyboard, cancellationToken);
            if (SendOutcomes.IsUnchanged(edited))
            {
                return new ApiAnswer<Message>.Done(new Message(id, null, null, null));
            }

            if (!SendOutcomes.IsNotEditable(edited) && !SendOutcomes.IsUnparsed(edited))
            {
                return edited;
            }

            await budget.WaitAsync(chat, priority, cancellationToken);
        }

        var answer = await client.SendMessage(chat, part.Html, Html, part.Keyboard, cancellationToken);
        if (!SendOutcomes.IsUnparsed(answer))
        {
            return answer;
        }

        TelegramLog.MarkupNotParsed(logger);
        await budget.WaitAsync(chat, priority, cancellationToken);
        return await client.SendMessage(chat, part.Plain, null, part.Keyboard, cancellationToken);
    }

    private async Task<ApiAnswer<Message>> SendPictureAsync(long chat, Picture picture, CancellationToken cancellationToken) =>
        await SendFileAsync(picture.File, f => client.SendPhoto(chat, f, picture.Alt, cancellationToken));

    private async Task SendVoiceAsync(long chat, TelegramClient.MediaFile voice, SendPriority priority, CancellationToken cancellationToken)
    {
        await budget.WaitAsync(chat, priority, cancellationToken);
        var outcome = Note(SendOutcomes.Of(await SendFileAsync(voice, f => client.SendVoice(chat, f, cancellationToken))));
        if (outcome is not SendOutcome.Sent)
        {
            // The words have arrived; the recording of them is an extra.
            TelegramLog.RecordingNotSent(logger, outcome.GetType().Name);
        }
    }

    private async Task<ApiAnswer<Message>> SendFileAsync(TelegramClient.MediaFile file, Func<TelegramClient.MediaFile, Task<ApiAnswer<Message>>> send)
    {
        try
        {
            var answer = await send(file);
            if (answer is ApiAnswer<Message>.Done done)
            {
                media.Remember(file, done.Result);
            }
            else if (answer is ApiAnswer<Message>.Error { Code: 400 } && file.KnownId is not null)
            {
                media.Forget(file);
                return await send(file with { KnownId = null });
            }

            return answer;
        }
        catch (IOException)
        {
            TelegramLog.FileNotRead(logger);
            return new ApiAnswer<Message>.Error(400, "file not readable");
        }
    }

    /// <summary>A pause that Telegram asks for holds for all that this token sends.</summary>
    private SendOutcome Note(SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.Retry { Failure: SendFailure.TooMany } retry:
                budget.StopFor(retry.After ?? UnnamedPause);
                TelegramLog.AskedToPause(logger, (retry.After ?? UnnamedPause).TotalSeconds);
                break;
            case SendOutcome.Refused { Failure: SendFailure.Unauthorized } when Interlocked.Exchange(ref _unauthorizedSaid, 1) == 0:
                TelegramLog.TokenRefused(logger);
                break;
            case SendOutcome.Sent:
                _unauthorizedSaid = 0;
                break;
        }

        return outcome;
    }

    /// <summary>Pictures whose file is there go as pictures, with their description; others stay in the text as their description.</summary>
    private (IReadOnlyList<Picture> Pictures, Reply Text) PartPictures(Reply reply)
    {
        var pictures = new List<Picture>();
        var blocks = new List<Block>();
        foreach (var block in reply.Blocks)
        {
            if (block is Block.Image image && media.Find(image.File) is { } file)
            {
                pictures.Add(new Picture(file, image.Alt));
            }
            else
            {
                blocks.Add(block);
            }
        }

        return (pictures, pictures.Count == 0 ? reply : blocks.Exists(block => block is Block.Image)
            ? reply with { Blocks = blocks }
            : _withoutPictures.GetValue(reply, reply => reply with { Blocks = blocks }));
    }

    private static int? MessageId(string? id) => int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private sealed record Picture(TelegramClient.MediaFile File, string Alt);
}
