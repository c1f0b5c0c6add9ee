using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Storage;
using Outreach.Storage.Subscribers;
using Outreach.Testing.Programs;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd;

[Collection(RealProgram.Alone)]
public sealed class PowerCutTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_kill_the_subscriber_language_and_consent_are_there_and_a_replay_changes_nothing()
    {
        using var folder = new DataFolder().WithSmallLibrary();
        await using var telegram = await FakeBotApi.StartAsync();
        string[] settings = [$"Telegram:Token={telegram.Token}", $"Telegram:ApiBaseUrl={telegram.BaseUrl}", "Storage:Provider=Local"];
        var chat = telegram.Chat(70010042);
        await using var first = await OutreachProgram.ServeSmallAsync(folder.Path, settings);
        var asked = chat.Says("subscribe");
        await first.UntilAsync(chat.WaitForAsync(1, Cancellation), "ask back");
        chat.Presses("Có");
        await first.UntilAsync(chat.WaitForAsync(2, Cancellation), "confirm");
        await first.KillAsync();

        await using (var second = await OutreachProgram.ServeSmallAsync(folder.Path, settings))
        {
            telegram.AnswerNextPollWith(Answer(asked, chat.Id, "subscribe"));
            chat.Says("hotline");
            for (var count = 3; !chat.Messages.Any(message => message.Text.Contains("113", StringComparison.Ordinal)); count++)
            {
                await second.UntilAsync(chat.WaitForAsync(count, Cancellation), "give the hotline");
            }
        }

        var subscriber = await FindSubscriberAsync(folder.Path, chat.Id);
        Assert.Equal("vi", subscriber?.Language);
        // A reply that was sent but not yet marked is sent again; the replayed question is not asked again.
        Assert.Single(chat.Messages, message => message.Buttons.SelectMany(row => row).Any(button => button.Text == "Có"));
        Assert.InRange(chat.Messages.Count, 3, 4);
    }

    [Fact]
    public async Task A_second_service_on_the_same_folder_refuses_while_verbs_work_beside_the_first()
    {
        using var folder = new DataFolder().WithSmallLibrary();
        await using var first = await OutreachProgram.ServeSmallAsync(folder.Path, "Storage:Provider=Local");

        var second = await OutreachProgram.RunAsync(folder.Path, "--Urls=http://127.0.0.1:0", "--Console:Urls=http://127.0.0.1:0", "--Storage:Provider=Local");
        var doctor = await OutreachProgram.RunAsync(folder.Path, "doctor", "--Storage:Provider=Local");

        Assert.NotEqual(0, second.ExitCode);
        Assert.Contains("Another 'serve'", second.Errors, StringComparison.Ordinal);
        Assert.Equal(0, doctor.ExitCode);
    }

    private static string Answer(long updateId, long chat, string text) => new JsonObject
    {
        ["ok"] = true,
        ["result"] = new JsonArray(new JsonObject
        {
            ["update_id"] = updateId,
            ["message"] = new JsonObject
            {
                ["message_id"] = 1,
                ["date"] = 1_763_600_000,
                ["text"] = text,
                ["chat"] = new JsonObject { ["id"] = chat, ["type"] = "private" },
                ["from"] = new JsonObject { ["id"] = chat, ["is_bot"] = false, ["first_name"] = "Lan" },
            },
        }),
    }.ToJsonString();

    private static async Task<SubscriberProfile?> FindSubscriberAsync(string folder, long chat)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Provider"] = "Local",
            ["Storage:Directory"] = Path.Combine(folder, "data"),
            ["Storage:KeyDirectory"] = Path.Combine(folder, "data", "keys"),
        }).Build();
        await using var services = new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, Cancellation);
        return await services.GetRequiredService<ISubscriberStore>().FindAsync("telegram", chat.ToString(System.Globalization.CultureInfo.InvariantCulture), Cancellation);
    }
}
