using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Outreach.Scheduler;

/// <summary>Reads <c>Scheduler:*</c> by hand: the framework's binder does not name the bound.</summary>
internal static class SchedulerSettings
{
    /// <exception cref="OptionsValidationException">A text is no number.</exception>
    public static void Read(IConfigurationSection section, SchedulerOptions options)
    {
        options.Concurrency = Number(section, nameof(SchedulerOptions.Concurrency), options.Concurrency);
        options.LateStartHours = Number(section, nameof(SchedulerOptions.LateStartHours), options.LateStartHours);
        options.QuietHours = section[nameof(SchedulerOptions.QuietHours)] ?? options.QuietHours;
    }

    private static int Number(IConfigurationSection section, string key, int otherwise) => section[key] is not { } text
        ? otherwise
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new OptionsValidationException(Options.DefaultName, typeof(SchedulerOptions), [$"{SchedulerOptions.Section}:{key} must be a whole number; it is '{text}'."]);
}
