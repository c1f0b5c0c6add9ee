using System.Collections.Concurrent;
using Outreach.Bot.Help;
using Outreach.Bot.Turns;
using Outreach.Channels;

namespace Outreach.Bot.Web;

/// <summary>A conversation on the page.</summary>
/// <param name="Id">From the token; never shown or logged.</param>
internal sealed record Chat(string Id, string Token);

/// <summary>
/// The conversations of the chat page. What was said lies in memory only, 30 minutes from the last word, so that the page can show it again
/// where script is off.
/// </summary>
internal sealed class Chats(TurnPipeline turns, ConversationTokens tokens, TimeProvider time)
{
    public const string Channel = "web";
    private const int MaxSaidChars = Activity.MaxTextChars;
    private const string Covered = "••••";
    private const int MaxTranscripts = 5_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ChatTranscript> _transcripts = new(StringComparer.Ordinal);
    private DateTimeOffset _lastSweep;

    public string NewConversation() => tokens.New();

    /// <summary>The conversation of a token; a new one where the token is not ours.</summary>
    public Chat Open(string? token)
    {
        if (tokens.Read(token) is { } id)
        {
            return new Chat(id, token!);
        }

        var made = tokens.New();
        return new Chat(tokens.Read(made)!, made);
    }

    public IReadOnlyList<ChatEntry> Entries(Chat chat) => _transcripts.TryGetValue(chat.Id, out var transcript) ? transcript.Entries : [];

    /// <summary>Handles one message. The same id again, while it is handled or afterwards, gives what is said to it the first time.</summary>
    public Task<ChatEntry> SayAsync(Chat chat, string message, string said, bool isButton, string language)
    {
        var transcript = TranscriptOf(chat.Id);
        // Not ended with the request: another one, a retry on a new connection, may be waiting for the same answer.
        return transcript.HandleAsync(message, () => AnswerAsync(chat, transcript, message, Cut(said), isButton, language), time);
    }

    private async Task<ChatEntry> AnswerAsync(Chat chat, ChatTranscript transcript, string message, string said, bool isButton, string language)
    {
        var activity = new Activity
        {
            Kind = isButton ? ActivityKind.Button : ActivityKind.Text,
            Address = new ChannelAddress(Channel, chat.Id),
            UpdateId = $"{chat.Id}:{message}",
            Text = said,
            LanguageHint = language,
        };
        var reply = await turns.AnswerInPlaceAsync(activity, CancellationToken.None);
        if (reply.Receipt == TurnReceipt.Replayed)
        {
            // Its first answer went down with the process that gave it: the question is asked anew.
            reply = await turns.AnswerInPlaceAsync(activity with { UpdateId = $"{activity.UpdateId}:{Guid.NewGuid():N}" }, CancellationToken.None);
        }

        var shown = isButton ? transcript.TitleOf(said) ?? said : reply.IsDiscreet && ReceiptText.IsMeant(said) ? Covered : said;
        return new ChatEntry(message, shown, reply.Replies);
    }

    private static string Cut(string said) =>
        said.Length <= MaxSaidChars ? said : said[..(char.IsHighSurrogate(said[MaxSaidChars - 1]) ? MaxSaidChars - 1 : MaxSaidChars)];

    /// <summary>Forgets what was said in a conversation, at once.</summary>
    public void Leave(string? token)
    {
        if (tokens.Read(token) is { } id)
        {
            _transcripts.TryRemove(id, out _);
        }
    }

    private ChatTranscript TranscriptOf(string id)
    {
        var now = time.GetUtcNow();
        if (_transcripts.Count >= MaxTranscripts || now - _lastSweep > SweepEvery)
        {
            Sweep(now);
        }

        return _transcripts.GetOrAdd(id, _ => new ChatTranscript(now));
    }

    private void Sweep(DateTimeOffset now)
    {
        _lastSweep = now;
        // A flood of new conversations pushes out the oldest tenth: only the page's memory of them is lost.
        var tooMany = _transcripts.Count < MaxTranscripts ? 0 : MaxTranscripts / 10;
        var oldest = _transcripts.OrderBy(pair => pair.Value.LastUsed).Take(tooMany).Select(pair => pair.Key);
        var expired = _transcripts.Where(pair => now - pair.Value.LastUsed > Lifetime).Select(pair => pair.Key);
        foreach (var id in oldest.Union(expired).ToList())
        {
            _transcripts.TryRemove(id, out _);
        }
    }
}
