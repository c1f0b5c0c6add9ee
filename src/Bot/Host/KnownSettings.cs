using Microsoft.Extensions.Configuration.Json;
using Outreach.Bot.CommandLine;

namespace Outreach.Bot.Host;

/// <summary>Every key the program reads. One that nobody reads is refused: a mistyped token must not look like a channel that is off.</summary>
internal static class KnownSettings
{
    /// <summary>Keys without a section.</summary>
    public static IReadOnlyList<string> TopLevel { get; } = ["Urls", "Roles", "Environment", "AllowedHosts", "ContentRoot"];

    private static readonly string[] Keys =
    [
        "Console:Urls", "Console:AllowRemote", "Console:Proxy",
        "Content:Path",
        "Organisation:Name", "Organisation:TimeZone", "Organisation:Hotline",
        "Storage:Provider", "Storage:ConnectionString", "Storage:Directory", "Storage:KeyDirectory",
        "Telegram:Token", "Telegram:ApiBaseUrl", "Telegram:Mode", "Telegram:WebhookUrl", "Telegram:WebhookSecret", "Telegram:MessagesPerSecond",
        "WebChat:Enabled",
        "Scheduler:Concurrency", "Scheduler:QuietHours", "Scheduler:LateStartHours",
        "Help:Hours",
        "Alarms:WebhookUrl", "Alarms:SmtpHost", "Alarms:SmtpPort", "Alarms:SmtpUser", "Alarms:SmtpPassword", "Alarms:SmtpFrom", "Alarms:SmtpTo",
        "DirectLine:Secret", "DirectLine:AllowedOrigins",
        "Campaigns:ApprovalFromCommandLine", "Campaigns:DeliveriesKeptDays",
    ];

    /// <summary>Designed, but not built yet: whoever sets them would wait for something that never comes.</summary>
    private static readonly string[] SectionsToCome = ["Zalo", "Messenger", "BotFramework"];

    /// <summary>Sections of the framework: checked by it, <c>Logging</c> by <see cref="LogRules"/>.</summary>
    private static readonly string[] FrameworkSections = ["Logging", "Kestrel", "HostOptions"];

    private static readonly string[] OurSections = [.. Keys.Select(key => key.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>
    /// Refuses keys that nobody reads: all of them in arguments and JSON files; of the environment, which we share with
    /// every other program, those in a section of ours or in one spelled nearly so.
    /// </summary>
    /// <exception cref="WrongUseException">Names the key and the nearest known one.</exception>
    public static void Check(IConfiguration configuration, IEnumerable<string> arguments)
    {
        var given = arguments.Select(argument => argument[2..argument.IndexOf('=', StringComparison.Ordinal)]);
        var written = ((IConfigurationRoot)configuration).Providers.OfType<JsonConfigurationProvider>().SelectMany(file => KeysOf(file, null));
        var configured = configuration.GetChildren().Where(section => IsMeantForUs(section.Key)).SelectMany(KeysBelow);
        foreach (var key in given.Concat(written).Where(key => !FrameworkSections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase)).Concat(configured))
        {
            if (SectionsToCome.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase))
            {
                throw new WrongUseException($"'{key}' is not built yet: remove it.");
            }

            if (!IsKnown(key))
            {
                throw new WrongUseException($"Unknown key '{key}'.{Suggestions.For(key, Keys.Concat(TopLevel))}");
            }
        }

        LogRules.Check(configuration);
    }

    /// <summary>One of our sections, or so near to one that it will have been meant: two letters off, one in a short name.</summary>
    private static bool IsMeantForUs(string section) =>
        !FrameworkSections.Contains(section, StringComparer.OrdinalIgnoreCase)
        && OurSections.Concat(SectionsToCome).Concat(FrameworkSections).Any(known =>
            Suggestions.Distance(section.ToUpperInvariant(), known.ToUpperInvariant()) <= Math.Min(2, known.Length / 3));

    private static IEnumerable<string> KeysOf(IConfigurationProvider provider, string? parent) =>
        provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(child => parent is null ? child : $"{parent}:{child}")
            .SelectMany(path => provider.TryGet(path, out var value) && value is not null ? [path] : KeysOf(provider, path));

    /// <summary>Lists may be written as <c>Key:0</c>, <c>Key:1</c>.</summary>
    private static bool IsKnown(string key)
    {
        var parts = key.Split(':');
        var bare = parts.Length > 2 && int.TryParse(parts[^1], out _) ? string.Join(':', parts[..^1]) : key;
        return Keys.Concat(TopLevel).Contains(bare, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> KeysBelow(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        return children.Count == 0
            ? section.Value is null || !section.Path.Contains(':', StringComparison.Ordinal) ? [] : [section.Path]
            : children.SelectMany(KeysBelow);
    }
}
