using Microsoft.Extensions.Logging.Console;
using Outreach.Bot.CommandLine;

namespace Outreach.Bot.Host;

/// <summary>What may be logged: our own lines, and of the frameworks only warnings. Their finer levels carry paths, addresses and bodies.</summary>
internal static class LogRules
{
    private const string Section = "Logging";
    private const string Levels = "LogLevel:";
    private const string Default = "Default";
    private const string Ours = "Outreach";

    private static readonly string[] Frameworks = ["Microsoft", "System", "Npgsql", "Quartz"];

    /// <summary>Log the whole exception or URL even at their high levels.</summary>
    private static readonly string[] Silenced =
    [
        "System.Net.Http.HttpClient",
        "Microsoft.AspNetCore.Diagnostics",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Antiforgery",
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.Extensions.Hosting",
    ];

    public static void Apply(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.UseUtcTimestamp = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        // Standard output belongs to what a verb was asked for.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.PostConfigure<LoggerFilterOptions>(HaveTheLastWord);
    }

    /// <summary>Only how much we ourselves say can be set: a rule for one provider, or for a deeper category of a framework, would beat ours.</summary>
    /// <exception cref="WrongUseException">The configuration asks for anything else.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var (key, value) in configuration.GetSection(Section).AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null))
        {
            var category = key.StartsWith(Levels, StringComparison.OrdinalIgnoreCase) ? key[Levels.Length..] : "";
            if (!category.Equals(Default, StringComparison.OrdinalIgnoreCase) && !IsOurs(category))
            {
                throw new WrongUseException(
                    $"{Section}:{key} is refused: only {Section}:{Levels}{Default} and {Section}:{Levels}{Ours}… can be set, as frameworks write down addresses and what was typed; it is '{value}'.");
            }

            if (!Enum.GetNames<LogLevel>().Contains(value, StringComparer.OrdinalIgnoreCase))
            {
                throw new WrongUseException($"{Section}:{key} must be one of {string.Join(", ", Enum.GetNames<LogLevel>())}; it is '{value}'.");
            }
        }
    }

    /// <summary>Whatever else the host or a library has added.</summary>
    private static void HaveTheLastWord(LoggerFilterOptions options)
    {
        foreach (var rule in options.Rules.Where(rule => rule is not { ProviderName: null, Filter: null } || !(rule.CategoryName is null || IsOurs(rule.CategoryName))).ToList())
        {
            options.Rules.Remove(rule);
        }

        foreach (var category in Frameworks)
        {
            options.Rules.Add(new LoggerFilterRule(null, category, LogLevel.Warning, null));
        }

        foreach (var category in Silenced)
        {
            options.Rules.Add(new LoggerFilterRule(null, category, LogLevel.None, null));
        }
    }

    private static bool IsOurs(string category) =>
        category.Equals(Ours, StringComparison.OrdinalIgnoreCase) || category.StartsWith(Ours + ".", StringComparison.OrdinalIgnoreCase);
}
