using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Content;

namespace Outreach.Channels.Telegram;

/// <summary>Makes itself known to Telegram, then reads updates by polling or has them brought. Whatever fails there, the rest of the service lives on.</summary>
internal sealed class TelegramService(
    TelegramClient client, BotIdentity self, TelegramPoller poller, IEnumerable<TelegramCommandSet> commands, IEnumerable<TelegramNameKept> keepers, IOptions<TelegramOptions> options, TimeProvider time, ILogger<TelegramService> logger)
    : BackgroundService
{
    private readonly TelegramCommandSet? _commands = commands.FirstOrDefault();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var me = await UntilDoneAsync("getMe", () => client.GetMe(stoppingToken), stoppingToken);
        self.Username = me.Username;
        foreach (var keep in me.Username is null ? [] : keepers)
        {
            await keep(me.Username!, stoppingToken);
        }

        await SetCommandsAsync(stoppingToken);
        var mode = options.Value.Mode;
        if (mode == TelegramMode.Webhook)
        {
            await UntilDoneAsync("setWebhook", () => client.SetWebhook(WebhookAddress(), options.Value.WebhookSecret!, stoppingToken), stoppingToken);
            TelegramLog.Ready(logger, mode);
            return;
        }

        await UntilDoneAsync("deleteWebhook", () => client.DeleteWebhook(stoppingToken), stoppingToken);
        TelegramLog.Ready(logger, mode);
        await poller.PollAsync(stoppingToken);
    }

    /// <summary>Vietnamese also for every language without a menu of its own.</summary>
    private async Task SetCommandsAsync(CancellationToken cancellationToken)
    {
        if (_commands is null)
        {
            return;
        }

        foreach (var (language, code) in new[] { (Languages.Vietnamese, null), (Languages.Vietnamese, Languages.Vietnamese), (Languages.English, Languages.English) })
        {
            IReadOnlyList<BotCommand> menu = [.. _commands(language).Select(c => new BotCommand(c.Name, c.Description))];
            if (await client.SetMyCommands(menu, code, cancellationToken) is not ApiAnswer<bool>.Done and var failed)
            {
                TelegramLog.CommandsNotSet(logger, Failure(failed));
            }
        }
    }

    private async Task<T> UntilDoneAsync<T>(string call, Func<Task<ApiAnswer<T>>> attempt, CancellationToken cancellationToken)
    {
        var backoff = new Backoff();
        var refused = false;
        while (true)
        {
            var answer = await attempt();
            if (answer is ApiAnswer<T>.Done done)
            {
                return done.Result;
            }

            if (answer is ApiAnswer<T>.Error { Code: 401 or 404 } && !refused)
            {
                refused = true;
                TelegramLog.TokenRefused(logger);
            }

            var wait = backoff.Next((answer as ApiAnswer<T>.Error)?.RetryAfter);
            TelegramLog.CallFailed(logger, call, Failure(answer), wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private string WebhookAddress()
    {
        var url = new Uri(options.Value.WebhookUrl!);
        return url.AbsolutePath.Length > 1 ? url.AbsoluteUri : new Uri(url, TelegramEndpoints.WebhookPath).AbsoluteUri;
    }

    internal static string Failure<T>(ApiAnswer<T> answer) => answer switch
    {
        ApiAnswer<T>.Error error => $"error {error.Code}",
        ApiAnswer<T>.Garbled garbled => $"unreadable answer, status {garbled.Status}",
        _ => "unreachable",
    };
}
