using Microsoft.Extensions.Logging.Console;
using Outreach.Bot.CommandLine;

namespace Outreach.Bot.Host;

/// <summary>What may be logged: our own lines, and of the frameworks only warnings. Their finer levels carry paths, addresses and bodies.</summary>
internal static class LogRules
{
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

    /// <exception cref="WrongUseException">The configuration asks for a framework's finer levels.</exception>
    public static void Apply(WebApplicationBuilder builder)
    {
        Check(builder.Configuration.GetSection("Logging"));
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
        foreach (var category in Frameworks)
        {
            builder.Logging.AddFilter(category, LogLevel.Warning);
        }

        foreach (var category in Silenced)
        {
            builder.Logging.AddFilter(category, LogLevel.None);
        }
    }

    private static void Check(IConfigurationSection logging)
    {
        foreach (var (key, value) in logging.AsEnumerable(makePathsRelative: true))
        {
            var category = key.Split(':')[^1];
            if (value is not null && Frameworks.Any(name => category == name || category.StartsWith(name + ".", StringComparison.Ordinal))
                && !(Enum.TryParse<LogLevel>(value, ignoreCase: true, out var level) && level >= LogLevel.Warning))
            {
                throw new WrongUseException($"Logging:{key} must be Warning or higher, as finer levels of frameworks write down addresses; it is '{value}'.");
            }
        }
    }
}
