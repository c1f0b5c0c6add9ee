using Outreach.Bot.CommandLine;

namespace Outreach.Bot.Host;

/// <summary>Every key the program reads. One that nobody reads is refused: a mistyped token must not look like a channel that is off.</summary>
internal static class KnownSettings
{
    /// <summary>Keys without a section.</summary>
    public static IReadOnlyList<string> TopLevel { get; } = ["Urls", "Roles", "Environment", "AllowedHosts", "ContentRoot"];

    private static readonly string[] Keys =
    [
        "Console:Urls", "Console:AllowRemote",
        "Content:Path",
        "Organisation:Name", "Organisation:TimeZone", "Organisation:Hotline",
        "Storage:Provider", "Storage:ConnectionString", "Storage:Directory", "Storage:KeyDirectory",
        "Telegram:Token", "Telegram:ApiBaseUrl", "Telegram:Mode", "Telegram:WebhookUrl", "Telegram:WebhookSecret", "Telegram:MessagesPerSecond",
        "WebChat:Enabled",
        "DirectLine:Secret", "DirectLine:AllowedOrigins",
    ];

    /// <summary>Sections of the framework: checked by it, not by us.</summary>
    private static readonly string[] FrameworkSections = ["Logging", "Kestrel", "HostOptions"];

    /// <summary>Refuses unknown keys in our sections, and unknown sections on the command line.</summary>
    /// <exception cref="WrongUseException">Names the key and the nearest known one.</exception>
    public static void Check(IConfiguration configuration, IEnumerable<string> arguments)
    {
        var ours = Keys.Select(key => key.Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var given = arguments.Select(argument => argument[2..argument.IndexOf('=', StringComparison.Ordinal)])
            .Where(key => !FrameworkSections.Contains(key.Split(':')[0], StringComparer.OrdinalIgnoreCase));
        var configured = ours.SelectMany(section => KeysBelow(configuration.GetSection(section)));
        foreach (var key in given.Concat(configured))
        {
            if (!IsKnown(key))
            {
                throw new WrongUseException($"Unknown key '{key}'.{Suggestions.For(key, Keys.Concat(TopLevel))}");
            }
        }
    }

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
