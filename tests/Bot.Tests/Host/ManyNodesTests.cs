using Microsoft.Extensions.DependencyInjection;
using Outreach.Scheduler.Delivery;
using Outreach.Testing.Postgres;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.Host;

/// <summary>Nodes over one database, and one bot: whoever hears a person, one node at a time answers.</summary>
public sealed class ManyNodesTests(TestCluster cluster) : IClassFixture<TestCluster>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-nodes-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_a_node_without_the_lease_hears_is_answered_once_by_the_one_that_has_it()
    {
        await using var telegram = await FakeBotApi.StartAsync();
        var settings = (await cluster.CreateDatabaseAsync(Cancel)).Settings(_folder);
        var first = await StartAsync(settings, telegram, "all");
        await first.Services.GetRequiredService<LeaseKeeper>().WhenHeldAsync("telegram", Cancel);
        await using var second = await StartAsync(settings, telegram, "all");
        await telegram.WaitForWebhookAsync(Cancel);
        var chat = telegram.Chat(5550100200);

        await HearAsync(telegram, second, chat, 1);
        await chat.WaitForAsync(1, Cancel);
        await HearAsync(telegram, first, chat, 2);
        await chat.WaitForAsync(2, Cancel);
        Assert.False(second.Services.GetRequiredService<LeaseKeeper>().IsHeld("telegram"));
        await first.DisposeAsync();
        await HearAsync(telegram, second, chat, 3);
        await chat.WaitForAsync(3, Cancel);

        Assert.Equal(3, chat.Messages.Count);
    }

    [Fact]
    public async Task A_sender_sends_what_a_public_node_heard()
    {
        await using var telegram = await FakeBotApi.StartAsync();
        var settings = (await cluster.CreateDatabaseAsync(Cancel)).Settings(_folder);
        await using var hears = await StartAsync(settings, telegram, "public");
        await telegram.WaitForWebhookAsync(Cancel);
        await using var sends = await StartAsync(settings, telegram, "sender");
        var chat = telegram.Chat(5550100200);

        await HearAsync(telegram, hears, chat, 1);

        Assert.Single(await chat.WaitForAsync(1, Cancel));
    }

    private static async Task HearAsync(FakeBotApi telegram, RunningHouse node, FakeChat chat, int number)
    {
        var update = $$$"""{"update_id":{{{9000 + number}}},"message":{"message_id":{{{number}}},"date":1763600000,"chat":{"id":{{{chat.Id}}},"type":"private"},"from":{"id":{{{chat.Id}}},"is_bot":false,"first_name":"Lan","language_code":"vi"},"text":"/menu"}}""";
        Assert.Equal(200, await telegram.PushAsync(update, Cancel, new Uri(node.Public, "/webhooks/telegram").AbsoluteUri));
    }

    private static Task<RunningHouse> StartAsync(Dictionary<string, string?> settings, FakeBotApi telegram, string role) => RunningHouse.StartAsync(
    [
        .. settings.Select(setting => $"--{setting.Key}={setting.Value}"), "--Roles=" + role, "--Telegram:Token=" + telegram.Token, "--Telegram:ApiBaseUrl=" + telegram.BaseUrl,
        "--Telegram:Mode=Webhook", "--Telegram:WebhookUrl=https://outreach.example", "--Telegram:WebhookSecret=test-secret_0123456789-abcdefghijkl",
    ]);
}
