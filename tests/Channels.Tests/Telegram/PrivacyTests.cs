using System.Diagnostics;
using Outreach.Channels.Telegram;
using Outreach.Testing.Telegram;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests.Telegram;

public sealed class PrivacyTests
{
    private const long Chat = 7_314_159_265;
    private const string Words = "MARKED-WORDS";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TelegramMode.Polling)]
    [InlineData(TelegramMode.Webhook)]
    public async Task No_text_chat_or_token_is_in_any_log_line_or_trace_whatever_goes_wrong(TelegramMode mode)
    {
        var tags = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a =>
            {
                lock (tags)
                {
                    tags.AddRange(a.TagObjects.Select(t => $"{t.Key}={t.Value}").Append(a.DisplayName));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var host = await TelegramHost.StartAsync(mode);
        host.Turns.Answer = a => a.Text.EndsWith('!') ? throw new InvalidOperationException(a.Text) : Task.FromResult(TurnReceipt.Stored);

        host.Api.Chat(Chat).Says(Words);
        host.Api.Chat(Chat).Says(Words + "!");
        host.Api.Enqueue(new System.Text.Json.Nodes.JsonObject { ["message"] = new System.Text.Json.Nodes.JsonObject { [Words] = Words } });
        if (mode == TelegramMode.Webhook)
        {
            await host.Api.PushAsync(Cancel);
        }

        await host.Turns.WaitForAsync(t => t.Activities.Count == 1 && t.DeadLetters.Count == 2, Cancel);
        foreach (var failure in new[] { BotApiFailure.Blocked, BotApiFailure.TooMany(1), BotApiFailure.GatewayPage, BotApiFailure.Unauthorized, BotApiFailure.Error(400, "Bad Request: can't parse entities: " + Words) })
        {
            host.Api.FailNext("sendMessage", failure);
            var sending = host.Sender.SendAsync(host.Turns.Activities[0].Address, Reply(P(Words)), SendPriority.Reply, Cancel);
            await host.Clock.MoveUntilDoneAsync(sending, TimeSpan.FromSeconds(5), Cancel);
        }

        await host.Api.DisposeAsync();
        var unreachable = host.Sender.SendAsync(host.Turns.Activities[0].Address, Reply(P(Words)), SendPriority.Reply, Cancel);
        await host.Clock.MoveUntilDoneAsync(unreachable, TimeSpan.FromSeconds(5), Cancel);

        // The web server's own lines about requests are the host's to switch off; the webhook's address carries no secret.
        string[] secrets = [Words, $"{Chat}", host.Api.Token, host.Api.Token.Split(':')[1], TelegramHost.Secret];
        var told = host.Logs.Lines.Concat(tags).Concat(host.Turns.DeadLetters.Select(d => d.Shape)).ToList();
        Assert.All(secrets, secret => Assert.DoesNotContain(told, line => line.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains(host.Logs.Lines, l => l.Contains("refuses Telegram:Token", StringComparison.Ordinal));
    }
}
