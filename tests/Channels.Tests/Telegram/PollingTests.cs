using Outreach.Testing.Telegram;

namespace Outreach.Channels.Tests.Telegram;

public sealed class PollingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_people_type_comes_in_and_the_place_is_kept_after_it_is_stored()
    {
        await using var host = await TelegramHost.StartAsync();

        var id = host.Api.Chat(7001).Says("Nghỉ việc thì sao?");
        await host.Turns.WaitForAsync(t => t.Activities.Count == 1, Cancel);
        await host.Api.WaitForCallsAsync("getUpdates", 2, Cancel);

        var activity = host.Turns.Activities[0];
        Assert.Equal((ActivityKind.Text, "Nghỉ việc thì sao?", "7001", "vi"), (activity.Kind, activity.Text, activity.Address.Value, activity.LanguageHint));
        Assert.Equal(id + 1, host.Offsets.Saved["telegram"]);
    }

    [Fact]
    public async Task A_relay_that_asks_for_years_of_silence_gets_an_hour()
    {
        await using var host = await TelegramHost.StartAsync(start: false);
        var client = (Outreach.Channels.Telegram.TelegramClient)host.Services.GetService(typeof(Outreach.Channels.Telegram.TelegramClient))!;
        host.Api.FailNext("getUpdates", new BotApiFailure(502, "", RetryAfter: 2_000_000_000));
        host.Api.FailNext("getMe", BotApiFailure.TooMany(2_000_000_000));

        var polled = await client.GetUpdates(null, Cancel);
        var asked = await client.GetMe(Cancel);

        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<Outreach.Channels.Telegram.ApiAnswer<IReadOnlyList<ReadOnlyMemory<byte>>>.Error>(polled).RetryAfter);
        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<Outreach.Channels.Telegram.ApiAnswer<Outreach.Channels.Telegram.User>.Error>(asked).RetryAfter);
    }

    [Fact]
    public async Task Updates_of_one_chat_keep_their_order_and_do_not_wait_for_other_chats()
    {
        var api = await FakeBotApi.StartAsync();
        var slow = new TaskCompletionSource<TurnReceipt>();
        api.Chat(1).Says("chậm");
        api.Chat(2).Says("a");
        api.Chat(2).Says("b");
        await using var host = await TelegramHost.StartAsync(api: api, start: false);
        host.Turns.Answer = a => a.Address.Value == "1" ? slow.Task : Task.FromResult(TurnReceipt.Stored);

        var poller = (Outreach.Channels.Telegram.TelegramPoller)host.Services.GetService(typeof(Outreach.Channels.Telegram.TelegramPoller))!;
        using var stop = new CancellationTokenSource();
        var polling = poller.PollAsync(stop.Token);
        await host.Turns.WaitForAsync(t => t.Activities.Count == 2, Cancel);
        var before = host.Turns.Activities.Select(a => a.Text).ToList();
        slow.SetResult(TurnReceipt.Stored);
        await host.Turns.WaitForAsync(t => t.Activities.Count == 3, Cancel);
        await stop.CancelAsync();

        Assert.Equal(["a", "b"], before);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => polling);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_asked_for_again_and_nothing_behind_it_in_its_chat_goes_first()
    {
        await using var host = await TelegramHost.StartAsync();
        var down = true;
        host.Turns.Answer = a => Task.FromResult(a.Address.Value == "1" && down ? TurnReceipt.Unavailable : TurnReceipt.Stored);

        host.Api.Enqueue(Both(1, "một"));
        await host.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(2), Cancel);
        host.Api.Chat(1).Says("hai");
        down = false;
        host.Clock.Advance(TimeSpan.FromSeconds(5));
        await host.Turns.WaitForAsync(t => t.Activities.Count == 2, Cancel);

        Assert.Equal(["một", "hai"], host.Turns.Activities.Select(a => a.Text));
    }

    [Fact]
    public async Task One_update_nobody_can_read_costs_no_other()
    {
        await using var host = await TelegramHost.StartAsync();
        var deep = new string('[', 300) + new string(']', 300);

        host.Api.AnswerNextPollWith($$$"""
            {"ok":true,"result":[
              {"update_id":1,"message":{{{deep}}}},
              {"update_id":2,"message":{"chat":{"id":"mot"},"text":5}},
              {"no":"number"},
              17,
              {"update_id":4,"message":{"message_id":1,"from":{"id":9,"is_bot":false},"chat":{"id":9,"type":"private"},"text":"còn đây"}}
            ]}
            """);
        host.Api.Chat(1).Says("đánh thức");
        await host.Turns.WaitForAsync(t => t.DeadLetters.Count == 4 && t.Activities.Any(a => a.Text == "còn đây"), Cancel);

        Assert.Contains(host.Turns.DeadLetters, d => d == ("2", "{update_id:number,message:{chat:{id:string},text:number}}"));
    }

    [Theory]
    [InlineData(409)]
    [InlineData(401)]
    [InlineData(502)]
    public async Task After_a_failed_poll_it_waits_and_then_goes_on(int status)
    {
        var api = await FakeBotApi.StartAsync();
        api.FailNext("getUpdates", status switch { 409 => BotApiFailure.AnotherPoller, 401 => BotApiFailure.Unauthorized, _ => BotApiFailure.GatewayPage });
        api.Chat(1).Says("vẫn còn");
        await using var host = await TelegramHost.StartAsync(api: api);

        await host.Clock.WaitForTimerWithinAsync(TimeSpan.FromSeconds(1), Cancel);
        var before = host.Turns.Activities.Count;
        host.Clock.Advance(TimeSpan.FromSeconds(1));
        await host.Turns.WaitForAsync(t => t.Activities.Count == 1, Cancel);

        Assert.Equal(0, before);
    }

    [Fact]
    public async Task A_pressed_button_is_answered_and_carries_its_value_and_message()
    {
        await using var host = await TelegramHost.StartAsync();

        host.Api.Chat(5).PressesData("a:bhtn", 77);
        await host.Turns.WaitForAsync(t => t.Activities.Count == 1, Cancel);
        await host.Api.WaitForCallsAsync("answerCallbackQuery", 1, Cancel);

        var activity = host.Turns.Activities[0];
        Assert.Equal((ActivityKind.Button, "a:bhtn", "77"), (activity.Kind, activity.Text, activity.MessageId));
    }

    [Fact]
    public async Task A_turn_that_throws_is_kept_as_a_dead_letter_and_the_next_one_is_handled()
    {
        await using var host = await TelegramHost.StartAsync();
        host.Turns.Answer = a => a.Text == "hỏng" ? throw new InvalidOperationException("hỏng: never in a log") : Task.FromResult(TurnReceipt.Stored);

        host.Api.Chat(1).Says("hỏng");
        host.Api.Chat(1).Says("lành");
        await host.Turns.WaitForAsync(t => t.Activities.Count == 1, Cancel);

        Assert.Equal("lành", host.Turns.Activities[0].Text);
        Assert.Equal("Text: InvalidOperationException", Assert.Single(host.Turns.DeadLetters).Shape);
        Assert.DoesNotContain(host.Logs.Lines, l => l.Contains("hỏng", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_webhook_left_over_is_taken_away_before_polling()
    {
        await using var host = await TelegramHost.StartAsync();

        await host.Api.WaitForCallsAsync("getUpdates", 1, Cancel);

        Assert.Equal(["getMe", "deleteWebhook", "getUpdates"], host.Api.Calls.Select(c => c.Method).Take(3));
    }

    private static System.Text.Json.Nodes.JsonObject Both(long chat, string text) => new()
    {
        ["message"] = new System.Text.Json.Nodes.JsonObject
        {
            ["message_id"] = 1,
            ["from"] = new System.Text.Json.Nodes.JsonObject { ["id"] = chat, ["is_bot"] = false },
            ["chat"] = new System.Text.Json.Nodes.JsonObject { ["id"] = chat, ["type"] = "private" },
            ["text"] = text,
        },
    };
}
