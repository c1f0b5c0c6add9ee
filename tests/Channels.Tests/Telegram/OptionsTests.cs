using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Channels.Telegram;
using Outreach.Testing.Telegram;

namespace Outreach.Channels.Tests.Telegram;

public sealed class OptionsTests
{
    private const string Token = "4200001:AAsecret-part-of-token";

    [Fact]
    public void Good_options_pass() => Assert.True(new TelegramOptionsValidator().Validate(null, Good()).Succeeded);

    [Theory]
    [InlineData(0)]
    [InlineData(100_001)]
    public void A_rate_out_of_bounds_is_named_with_its_bounds(int rate)
    {
        var options = Good();
        options.MessagesPerSecond = rate;

        Assert.Equal($"Telegram:MessagesPerSecond must be from 1 to 100000; it was {rate}.", Fault(options));
    }

    [Theory]
    [InlineData("0123:abc")]
    [InlineData("no colon, and SECRET")]
    [InlineData("12:")]
    public void A_token_of_another_shape_is_refused_without_being_said(string token)
    {
        var options = Good();
        options.Token = token;

        Assert.StartsWith("Telegram:Token must be digits", Fault(options), StringComparison.Ordinal);
        Assert.DoesNotContain(token, Fault(options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("has a blank and is longer than 32 characters")]
    public void A_weak_webhook_secret_is_refused_without_being_said(string secret)
    {
        var options = Good();
        options.Mode = TelegramMode.Webhook;
        options.WebhookUrl = "https://bot.example";
        options.WebhookSecret = secret;

        Assert.StartsWith("Telegram:WebhookSecret must be 32 to 256 of", Fault(options), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, Fault(options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("bot.example")]
    [InlineData("http://bot.example")]
    public void A_webhook_needs_a_public_https_address(string? url)
    {
        var options = Good();
        options.Mode = TelegramMode.Webhook;
        options.WebhookUrl = url;
        options.WebhookSecret = TelegramHost.Secret;

        Assert.Equal($"Telegram:WebhookUrl must be the public https address of this service when Telegram:Mode is Webhook; it was \"{url}\".", Fault(options));
    }

    [Fact]
    public void Without_a_token_the_channel_is_off()
    {
        var services = new ServiceCollection();

        services.AddTelegram(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Telegram:Mode"] = "Webhook" }).Build());

        Assert.Empty(services);
    }

    [Fact]
    public async Task The_menu_of_commands_is_set_in_both_languages()
    {
        TelegramCommandSet commands = language => [new TelegramCommand("help", $"help in {language}")];
        await using var host = await TelegramHost.StartAsync(change: s => s.AddSingleton(commands));

        await host.Api.WaitForCallsAsync("deleteWebhook", 1, TestContext.Current.CancellationToken);

        Assert.Equal(
            [" help in vi", "vi help in vi", "en help in en"],
            host.Api.Calls.Where(c => c.Method == "setMyCommands").Select(c =>
                $"{(c.Parameters.TryGetProperty("language_code", out var code) ? code.GetString() : "")} {c.Parameters.GetProperty("commands")[0].GetProperty("description").GetString()}"));
    }

    [Fact]
    public async Task The_name_of_the_bot_is_told_to_whoever_keeps_it()
    {
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        TelegramNameKept keep = (name, _) =>
        {
            told.SetResult(name);
            return Task.CompletedTask;
        };
        await using var host = await TelegramHost.StartAsync(change: s => s.AddSingleton(keep));

        Assert.Equal(FakeBotApi.BotName, await told.Task.WaitAsync(TestContext.Current.CancellationToken));
    }

    private static TelegramOptions Good() => new() { Token = Token };

    private static string Fault(TelegramOptions options) => Assert.Single(new TelegramOptionsValidator().Validate(null, options).Failures!);
}
