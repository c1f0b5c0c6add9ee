using Microsoft.Extensions.DependencyInjection;
using Outreach.Channels.Telegram;
using Outreach.Content.Blocks;
using Outreach.Testing.Telegram;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests.Telegram;

public sealed class SenderTests
{
    private static readonly ChannelAddress Lan = new("telegram", "7001");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_arrives_with_its_buttons()
    {
        await using var host = await TelegramHost.StartAsync();

        var outcome = await SendAsync(host, Reply(P("Chào bạn")) with { Buttons = [new Button("Có", "yes")] });

        var message = Assert.Single(host.Api.Chat(7001).Messages);
        Assert.Equal(new SendOutcome.Sent($"{message.Id}"), outcome);
        Assert.Equal("Chào bạn", message.Text);
        Assert.Equal(new FakeButton("Có", "yes", null), message.Buttons[0][0]);
    }

    public static TheoryData<BotApiFailure, string> Answers => new()
    {
        { BotApiFailure.Blocked, "Stopped { }" },
        { BotApiFailure.Error(403, "Forbidden: user is deactivated"), "Stopped { }" },
        { BotApiFailure.ChatNotFound, "Refused { Failure = UnknownAddress }" },
        { BotApiFailure.Error(400, "Bad Request: PEER_ID_INVALID"), "Refused { Failure = UnknownAddress }" },
        { BotApiFailure.Error(400, "Bad Request: BUTTON_DATA_INVALID"), "Refused { Failure = BadContent }" },
        { BotApiFailure.Error(413, "Request Entity Too Large"), "Refused { Failure = BadContent }" },
        { BotApiFailure.Unauthorized, "Refused { Failure = Unauthorized }" },
        { BotApiFailure.Error(404, "Not Found"), "Refused { Failure = Unauthorized }" },
        { BotApiFailure.TooMany(7), "Retry { Failure = TooMany, After = 00:00:07 }" },
        { BotApiFailure.MovedTo(-1009), "Moved { Address = telegram:*** }" },
        { BotApiFailure.Error(500, "Internal Server Error: restart"), "Retry { Failure = ChannelFault, After =  }" },
        { BotApiFailure.GatewayPage, "Retry { Failure = ChannelFault, After =  }" },
        { new BotApiFailure(200, "{\"ok\":true,\"resu"), "Retry { Failure = ChannelFault, After =  }" },
        { new BotApiFailure(200, "{\"ok\":true}"), "Retry { Failure = ChannelFault, After =  }" },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Every_answer_of_Telegram_becomes_an_outcome(BotApiFailure answer, string expected)
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.FailNext("sendMessage", answer);

        var outcome = await SendAsync(host, Reply(P("a")));

        Assert.Equal(expected, outcome.ToString());
    }

    [Fact]
    public async Task No_answer_in_time_may_have_been_taken_and_is_to_be_tried_again()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.FailNext("sendMessage", BotApiFailure.Held);

        var sending = host.Sender.SendAsync(Lan, Reply(P("a")), SendPriority.Reply, Cancel);
        await host.Api.WaitForCallsAsync("sendMessage", 1, Cancel);
        host.Clock.Advance(TimeSpan.FromSeconds(21));

        Assert.Equal(new SendOutcome.Retry(SendFailure.Unanswered, null), await sending);
    }

    [Fact]
    public async Task Markup_that_Telegram_will_not_parse_is_sent_once_more_as_plain_text()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.FailNext("sendMessage", BotApiFailure.Error(400, "Bad Request: can't parse entities: x"));

        var outcome = await SendAsync(host, Reply(P(new Inline.Strong([T("đậm")]), T(" "), new Inline.Link("https://a.example", [T("trang")]))));

        Assert.IsType<SendOutcome.Sent>(outcome);
        Assert.Equal("đậm trang (https://a.example )", Assert.Single(host.Api.Chat(7001).Messages).Markup);
    }

    [Fact]
    public async Task A_pause_asked_for_holds_for_everything_this_token_sends()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.FailNext("sendMessage", BotApiFailure.TooMany(30));
        await SendAsync(host, Reply(P("a")));

        var other = host.Sender.SendAsync(new ChannelAddress("telegram", "8"), Reply(P("b")), SendPriority.Reply, Cancel);
        host.Clock.Advance(TimeSpan.FromSeconds(29.9));
        var during = host.Api.Chat(8).Messages.Count;
        host.Clock.Advance(TimeSpan.FromSeconds(0.2));

        Assert.IsType<SendOutcome.Sent>(await other);
        Assert.Equal(0, during);
    }

    [Fact]
    public async Task A_reply_that_replaces_changes_the_old_message()
    {
        await using var host = await TelegramHost.StartAsync();
        var first = (SendOutcome.Sent)await SendAsync(host, Reply(P("cũ")));

        var changed = await SendAsync(host, Reply(P("mới")) with { Replaces = first.ExternalId });
        var unchanged = await SendAsync(host, Reply(P("mới")) with { Replaces = first.ExternalId });

        Assert.Equal(first, changed);
        Assert.Equal(first, unchanged);
        var message = Assert.Single(host.Api.Chat(7001).Messages);
        Assert.Equal(("mới", true), (message.Text, message.Edited));
    }

    [Fact]
    public async Task A_change_that_is_answered_with_a_bare_true_is_done()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.FailNext("editMessageText", new BotApiFailure(200, """{"ok":true,"result":true}"""));

        Assert.Equal(new SendOutcome.Sent("55"), await SendAsync(host, Reply(P("mới")) with { Replaces = "55" }));
    }

    [Fact]
    public async Task When_the_old_message_is_gone_a_new_one_is_sent()
    {
        await using var host = await TelegramHost.StartAsync();

        var outcome = await SendAsync(host, Reply(P("mới")) with { Replaces = "55" });

        Assert.Equal(new SendOutcome.Sent($"{Assert.Single(host.Api.Chat(7001).Messages).Id}"), outcome);
    }

    [Fact]
    public async Task A_long_reply_comes_in_order_and_a_later_part_that_fails_is_sent_again_alone()
    {
        await using var host = await TelegramHost.StartAsync();
        var reply = Reply([.. "abcde".Select(c => P(new string(c, 1900)))]);

        var sending = host.Sender.SendAsync(Lan, reply, SendPriority.Reply, Cancel);
        await host.Api.Chat(7001).WaitForAsync(1, Cancel);
        host.Api.FailNext("sendMessage", BotApiFailure.TooMany(3));

        Assert.IsType<SendOutcome.Sent>(await host.Clock.MoveUntilDoneAsync(sending, TimeSpan.FromSeconds(5), Cancel));
        Assert.Equal("ace", string.Concat(host.Api.Chat(7001).Messages.Select(m => m.Text[0])));
    }

    [Fact]
    public async Task A_recording_follows_the_text_and_goes_over_the_wire_once()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.ogg");
        await File.WriteAllTextAsync(file, "audio", Cancel);
        await using var host = await TelegramHost.StartAsync(change: s => s.AddSingleton<ChannelFiles>(path => path == "vi/a.ogg" ? file : null));

        await SendAsync(host, Reply(P("nghe")) with { Audio = "vi/a.ogg" });
        await SendAsync(host, Reply(P("nghe nữa")) with { Audio = "vi/a.ogg" }, "8");
        File.Delete(file);

        var voices = host.Api.Calls.Where(c => c.Method == "sendVoice").Select(c => c.Parameters.GetProperty("voice").GetString()).ToList();
        Assert.StartsWith("upload:", voices[0], StringComparison.Ordinal);
        Assert.StartsWith("voice-", voices[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_whose_file_is_there_goes_as_a_picture_and_else_as_its_description()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.png");
        await File.WriteAllTextAsync(file, "picture", Cancel);
        await using var host = await TelegramHost.StartAsync(change: s => s.AddSingleton<ChannelFiles>(path => path == "vi/a.png" ? file : null));

        await SendAsync(host, Reply(P("chữ"), new Block.Image("vi/a.png", "Bản đồ"), new Block.Image("vi/b.png", "Sơ đồ")));
        File.Delete(file);

        Assert.Equal([("photo", "Bản đồ"), ("text", "chữ\n\nSơ đồ")], host.Api.Chat(7001).Messages.Select(m => (m.Kind, m.Text)));
    }

    [Fact]
    public async Task Messages_can_be_taken_back()
    {
        await using var host = await TelegramHost.StartAsync();
        var sent = (SendOutcome.Sent)await SendAsync(host, Reply(P("a")));

        var deleted = await host.Sender.DeleteAsync(Lan, [sent.ExternalId], Cancel);

        Assert.IsType<DeleteOutcome.Gone>(deleted);
        Assert.Empty(host.Api.Chat(7001).Messages);
    }

    [Fact]
    public async Task What_the_last_call_told_is_known()
    {
        await using var host = await TelegramHost.StartAsync(TelegramMode.Webhook, start: false);
        var health = host.Services.GetRequiredService<TelegramHealth>();
        var told = new List<(bool, SendFailure?)> { (health.IsKnown, health.Failure) };

        foreach (var failure in new[] { BotApiFailure.Unauthorized, null })
        {
            if (failure is not null)
            {
                host.Api.FailNext("sendMessage", failure);
            }

            await SendAsync(host, Reply(P("a")));
            told.Add((health.IsKnown, health.Failure));
        }

        await host.Api.DisposeAsync();
        await SendAsync(host, Reply(P("b")));
        told.Add((health.IsKnown, health.Failure));

        Assert.Equal([(false, null), (true, SendFailure.Unauthorized), (true, null), (true, SendFailure.Unreachable)], told);
    }

    [Fact]
    public async Task A_refused_token_is_said_once_in_the_log()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Api.FailNext("sendMessage", BotApiFailure.Unauthorized);
        host.Api.FailNext("sendMessage", BotApiFailure.Unauthorized);

        await SendAsync(host, Reply(P("a")));
        await SendAsync(host, Reply(P("b")), "8");

        Assert.Single(host.Logs.Lines, l => l.Contains("refuses Telegram:Token", StringComparison.Ordinal));
    }

    /// <summary>Moves the clock as long as the budget makes the message wait.</summary>
    private static async Task<SendOutcome> SendAsync(TelegramHost host, Reply reply, string chat = "7001")
    {
        var sending = host.Sender.SendAsync(new ChannelAddress("telegram", chat), reply, SendPriority.Reply, Cancel);
        return await host.Clock.MoveUntilDoneAsync(sending, TimeSpan.FromSeconds(5), Cancel);
    }
}
