using Microsoft.Extensions.Options;

namespace Outreach.Bot.Host;

internal sealed class OrganisationOptionsValidator : IValidateOptions<OrganisationOptions>
{
    private const int MaxNameChars = 100;

    public ValidateOptionsResult Validate(string? name, OrganisationOptions options)
    {
        var failures = new List<string>();
        if (options.Name.Length is 0 or > MaxNameChars || options.Name.Any(char.IsControl))
        {
            failures.Add($"Organisation:Name must have 1 to {MaxNameChars} characters on one line; it has {options.Name.Length}.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _))
        {
            failures.Add($"Organisation:TimeZone must be a time zone this machine knows (as Asia/Ho_Chi_Minh); it is '{options.TimeZone}'.");
        }

        if (!Turns.ButtonValue.IsId(options.Hotline))
        {
            failures.Add($"Organisation:Hotline must be the id of a row of hotlines.yml (1 to 48 of a-z, 0-9, -); it is '{options.Hotline}'.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
