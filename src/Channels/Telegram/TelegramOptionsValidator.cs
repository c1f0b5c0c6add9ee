using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

/// <summary>Names the key, the bound and what it was; never says a token or a secret.</summary>
internal sealed partial class TelegramOptionsValidator : IValidateOptions<TelegramOptions>
{
    private const int MaxTokenBytes = 80;

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        List<string> faults = [.. Check(options)];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Check(TelegramOptions options)
    {
        if (options.Token is null || options.Token.Length > MaxTokenBytes || !TokenShape().IsMatch(options.Token))
        {
            yield return $"Telegram:Token must be digits, a colon and letters, at most {MaxTokenBytes} characters, as @BotFather gave it; it was {options.Token?.Length ?? 0} characters of another shape.";
        }

        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var api) || api.Scheme is not ("http" or "https") || api.Query.Length > 0)
        {
            yield return $"Telegram:ApiBaseUrl must be an http or https address without a query; it was \"{options.ApiBaseUrl}\".";
        }

        if (options.MessagesPerSecond is < 1 or > 100_000)
        {
            yield return $"Telegram:MessagesPerSecond must be from 1 to 100000; it was {options.MessagesPerSecond}.";
        }

        if (!Enum.IsDefined(options.Mode))
        {
            yield return $"Telegram:Mode must be Polling or Webhook; it was {options.Mode}.";
        }

        if (options.Mode == TelegramMode.Webhook)
        {
            if (!Uri.TryCreate(options.WebhookUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || (url.Scheme == "http" && !url.IsLoopback))
            {
                yield return $"Telegram:WebhookUrl must be the public https address of this service when Telegram:Mode is Webhook; it was \"{options.WebhookUrl}\".";
            }

            if (options.WebhookSecret is null || !SecretShape().IsMatch(options.WebhookSecret))
            {
                yield return $"Telegram:WebhookSecret must be 32 to 256 of A-Z a-z 0-9 _ - when Telegram:Mode is Webhook; it was {options.WebhookSecret?.Length ?? 0} characters{(options.WebhookSecret?.Length >= 32 ? ", some of them others" : "")}.";
            }
        }
    }

    [GeneratedRegex(@"\A[1-9][0-9]*:[A-Za-z0-9_-]+\z")]
    private static partial Regex TokenShape();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{32,256}\z")]
    private static partial Regex SecretShape();
}
