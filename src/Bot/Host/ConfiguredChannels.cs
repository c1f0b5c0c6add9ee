namespace Outreach.Bot.Host;

/// <summary>Which channels are switched on.</summary>
internal static class ConfiguredChannels
{
    public const string Telegram = "telegram";

    public static IReadOnlyList<string> Of(IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration["Telegram:Token"]) ? ["web"] : ["web", Telegram];
}
