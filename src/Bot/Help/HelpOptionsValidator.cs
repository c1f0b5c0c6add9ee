using Microsoft.Extensions.Options;

namespace Outreach.Bot.Help;

internal sealed class HelpOptionsValidator : IValidateOptions<HelpOptions>
{
    public ValidateOptionsResult Validate(string? name, HelpOptions options) => StaffHours.TryParse(options.Hours) is null
        ? ValidateOptionsResult.Fail($"Help:Hours must be empty or like 'Mon-Fri 08:00-17:00; Sat 08:00-11:30'; it is '{options.Hours}'.")
        : ValidateOptionsResult.Success;
}
