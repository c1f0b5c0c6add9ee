using Microsoft.Extensions.Options;
using Outreach.Scheduler.Planning;

namespace Outreach.Scheduler;

/// <summary>Names the key, the bound and what it was.</summary>
internal sealed class SchedulerOptionsValidator : IValidateOptions<SchedulerOptions>
{
    public ValidateOptionsResult Validate(string? name, SchedulerOptions options)
    {
        var faults = new List<string>();
        if (options.Concurrency is < 1 or > 512)
        {
            faults.Add($"Scheduler:Concurrency must be from 1 to 512; it is {options.Concurrency}.");
        }

        if (options.LateStartHours is < 0 or > 168)
        {
            faults.Add($"Scheduler:LateStartHours must be from 0 to 168; it is {options.LateStartHours}.");
        }

        if (QuietHours.Parse(options.QuietHours, out var fault) is null)
        {
            faults.Add($"Scheduler:QuietHours: {fault} It is '{options.QuietHours}'.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
