using System.Net;
using System.Text;
using Outreach.Channels.Telegram;

namespace Outreach.Channels.Tests.Telegram;

public sealed class WebhookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_update_that_is_brought_is_taken_once_it_is_stored()
    {
        await using var host = await TelegramHost.StartAsync(TelegramMode.Webhook);

        host.Api.Chat(7001).Says("Xin chào");
        var statuses = await host.Api.PushAsync(Cancel);

        Assert.Equal([200], statuses);
        Assert.Equal("Xin chào", Assert.Single(host.Turns.Activities).Text);
        Assert.EndsWith("/webhooks/telegram", host.Api.WebhookUrl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData(TelegramHost.Secret + "x")]
    public async Task Without_the_secret_nothing_is_even_read(string? secret)
    {
        await using var host = await TelegramHost.StartAsync(TelegramMode.Webhook);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Url + "/webhooks/telegram") { Content = new StringContent("""{"update_id":1}""") };
        request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);

        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(host.Turns.DeadLetters);
    }

    [Fact]
    public async Task When_nothing_can_be_stored_Telegram_is_asked_to_come_again()
    {
        await using var host = await TelegramHost.StartAsync(TelegramMode.Webhook);
        host.Turns.Answer = _ => Task.FromResult(TurnReceipt.Unavailable);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Url + "/webhooks/telegram")
        {
            Content = new StringContent("""{"update_id":1,"message":{"message_id":1,"from":{"id":9,"is_bot":false},"chat":{"id":9,"type":"private"},"text":"a"}}"""),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramHost.Secret);

        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(5), response.Headers.RetryAfter?.Delta);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"update_id":"7","message":{}}""")]
    [InlineData("""{"update_id":7,"message":{"chat":{}}}""")]
    [InlineData("""{"update_id":7,"message":{"message_id":1,"from":{"id":9},"chat":{"id":9,"type":"private"},"text":"\ud800"}}""")]
    public async Task What_cannot_be_read_is_kept_and_acknowledged(string body)
    {
        await using var host = await TelegramHost.StartAsync(TelegramMode.Webhook);

        var status = await host.Api.PushAsync(body, Cancel);

        Assert.Equal(200, status);
        Assert.Single(host.Turns.DeadLetters);
    }

    [Theory]
    [InlineData(300_000)]
    [InlineData(2_000_000)]
    public async Task A_body_larger_than_any_update_is_kept_by_its_fingerprint_so_that_its_chat_goes_on(int chars)
    {
        await using var host = await TelegramHost.StartAsync(TelegramMode.Webhook, maxBodyBytes: 1 << 20);
        var body = $$$"""{"update_id":7,"x":"{{{new string('a', chars)}}}"}""";

        var status = await host.Api.PushAsync(body, Cancel);
        var again = await host.Api.PushAsync(body, Cancel);

        Assert.Equal((200, 200), (status, again));
        Assert.Equal(2, host.Turns.DeadLetters.Count);
        var kept = Assert.Single(host.Turns.DeadLetters.Distinct());
        Assert.Equal("oversize", kept.Item2);
        Assert.Matches("^x[0-9a-f]{24}$", kept.Item1);
    }

    [Fact]
    public async Task A_body_of_other_bytes_than_UTF8_is_kept_as_a_dead_letter_without_any_of_it()
    {
        await using var host = await TelegramHost.StartAsync(TelegramMode.Webhook);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Url + "/webhooks/telegram") { Content = new ByteArrayContent([.. Encoding.UTF8.GetBytes("""{"update_id":7,"message":"MARK"""), 0xff, .. "\"}"u8]) };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", TelegramHost.Secret);

        using var response = await client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("7", "not UTF-8, 33 bytes"), Assert.Single(host.Turns.DeadLetters));
    }

    [Fact]
    public async Task In_polling_mode_there_is_no_webhook()
    {
        await using var host = await TelegramHost.StartAsync();
        using var client = new HttpClient();

        using var response = await client.PostAsync(host.Url + "/webhooks/telegram", null, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
