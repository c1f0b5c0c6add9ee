using Outreach.Bot.CommandLine;

namespace Outreach.Bot.Host;

/// <summary>Which channels are switched on.</summary>
internal static class ConfiguredChannels
{
    public const string Telegram = "telegram";

    public static IReadOnlyList<string> Of(IConfiguration configuration) =>
    [
        "directline",
        .. HasWebChat(configuration) ? ["web"] : Array.Empty<string>(),
        .. string.IsNullOrEmpty(configuration["Telegram:Token"]) ? Array.Empty<string>() : [Telegram],
    ];

    /// <exception cref="WrongUseException">It is neither true nor false.</exception>
    public static bool HasWebChat(IConfiguration configuration)
    {
        var value = configuration["WebChat:Enabled"] ?? "true";
        return bool.TryParse(value, out var enabled)
            ? enabled
            : throw new WrongUseException($"WebChat:Enabled must be true or false; it is '{value}'.");
    }
}
