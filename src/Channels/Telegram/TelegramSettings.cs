using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

/// <summary>Reads <c>Telegram:*</c> by hand: the framework's binder names neither the bound nor, in its type of exception, that a setting is at fault.</summary>
internal static class TelegramSettings
{
    /// <exception cref="OptionsValidationException">A text is no number or no mode.</exception>
    public static void Read(IConfigurationSection section, TelegramOptions options)
    {
        options.Token = section[nameof(TelegramOptions.Token)];
        options.ApiBaseUrl = section[nameof(TelegramOptions.ApiBaseUrl)] ?? options.ApiBaseUrl;
        options.WebhookUrl = section[nameof(TelegramOptions.WebhookUrl)];
        options.WebhookSecret = section[nameof(TelegramOptions.WebhookSecret)];
        if (section[nameof(TelegramOptions.Mode)] is { } mode)
        {
            options.Mode = Enum.TryParse<TelegramMode>(mode, ignoreCase: true, out var named) ? named : throw Wrong($"Mode must be Polling or Webhook; it was \"{mode}\".");
        }

        if (section[nameof(TelegramOptions.MessagesPerSecond)] is { } rate)
        {
            options.MessagesPerSecond = int.TryParse(rate, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Wrong($"MessagesPerSecond must be a whole number from 1 to 100000; it was \"{rate}\".");
        }
    }

    private static OptionsValidationException Wrong(string what) => new(Options.DefaultName, typeof(TelegramOptions), [$"{TelegramOptions.Section}:{what}"]);
}
