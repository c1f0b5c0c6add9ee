using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Outreach.Channels.Transcripts;

namespace Outreach.Channels.DirectLine;

/// <summary>GET /conversations/{id}/stream: the conversation over a WebSocket, one for each conversation.</summary>
internal sealed class DirectLineSockets(DirectLineAccess access, StreamTickets tickets, TranscriptStore transcripts, TimeProvider time)
{
    private const int PassingKept = 16;

    /// <summary>For the other side to close as well.</summary>
    private static readonly TimeSpan CloseWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    public async Task StreamAsync(HttpContext context)
    {
        var conversation = (string)context.Request.RouteValues["id"]!;
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status400BadRequest, "BadArgument", "This address is for a WebSocket.");
            return;
        }

        if (tickets.Redeem(context.Request.Query["t"], conversation) is not { } origins || !access.MayCome(context.Request, context.Request.Headers.Origin, origins))
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status403Forbidden, "BadToken", "The address was used, is too old, or was opened from another page.");
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var session = new Session(context.RequestAborted);
        _sessions.AddOrUpdate(conversation, session, (_, older) =>
        {
            older.Collide();
            return session;
        });
        try
        {
            var listening = ListenAsync(socket, session, context.RequestAborted);
            await SpeakAsync(
                socket, session, () => transcripts.Open(DirectLineConversations.Address(conversation)), DirectLineActivities.Number(context.Request.Query["watermark"]), context.RequestAborted);
            await Task.WhenAny(listening, Task.Delay(CloseWait, time, context.RequestAborted));
            socket.Abort();
            await listening;
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            // Clients go away in the middle of things; they come back with a watermark.
        }
        finally
        {
            _sessions.TryRemove(new KeyValuePair<string, Session>(conversation, session));
        }
    }

    /// <summary>Shows something that is not kept to whoever looks now.</summary>
    public void Pass(string conversation, byte[] activity)
    {
        if (_sessions.TryGetValue(conversation, out var session))
        {
            session.Passing.Writer.TryWrite(activity);
        }
    }

    /// <remarks>Only the waiting ends with the session: a send or receive that is cancelled would tear the socket, and nobody would hear why.</remarks>
    private static async Task SpeakAsync(WebSocket socket, Session session, Func<Transcript> open, long watermark, CancellationToken aborted)
    {
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                // Asked for each time: one that was forgotten meanwhile has a successor, and its numbers go on from there.
                var transcript = open();
                var entries = transcript.After(watermark);
                if (entries.Count > 0)
                {
                    watermark = entries[^1].Number;
                    await socket.SendAsync(WireActivity.Set(entries.Select(e => e.Wire), watermark), WebSocketMessageType.Text, true, aborted);
                }

                while (session.Passing.Reader.TryRead(out var passing))
                {
                    await socket.SendAsync(WireActivity.Set([passing], null), WebSocketMessageType.Text, true, aborted);
                }

                using var either = CancellationTokenSource.CreateLinkedTokenSource(session.Over);
                await await Task.WhenAny(transcript.WaitForNewAsync(watermark, either.Token), session.Passing.Reader.WaitToReadAsync(either.Token).AsTask());
                await either.CancelAsync();
            }
        }
        catch (OperationCanceledException) when (session.Collided && socket.State == WebSocketState.Open)
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "collision", aborted);
        }
    }

    /// <summary>Clients say nothing here but that they are alive, and that they leave.</summary>
    private static async Task ListenAsync(WebSocket socket, Session session, CancellationToken aborted)
    {
        var buffer = new byte[1024];
        try
        {
            while (socket.State is WebSocketState.Open or WebSocketState.CloseSent)
            {
                var heard = await socket.ReceiveAsync(buffer.AsMemory(), aborted);
                if (heard.MessageType == WebSocketMessageType.Close)
                {
                    if (socket.State == WebSocketState.CloseReceived)
                    {
                        await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, aborted);
                    }

                    break;
                }
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or IOException)
        {
            // Gone without a word.
        }

        session.End();
    }

    private sealed class Session(CancellationToken aborted) : IDisposable
    {
        private readonly CancellationTokenSource _over = CancellationTokenSource.CreateLinkedTokenSource(aborted);

        public Channel<byte[]> Passing { get; } = System.Threading.Channels.Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(PassingKept) { FullMode = BoundedChannelFullMode.DropOldest });

        public CancellationToken Over => _over.Token;

        public bool Collided { get; private set; }

        public void Collide()
        {
            Collided = true;
            End();
        }

        public void End()
        {
            try
            {
                _over.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // It had just ended by itself.
            }
        }

        public void Dispose() => _over.Dispose();
    }
}
