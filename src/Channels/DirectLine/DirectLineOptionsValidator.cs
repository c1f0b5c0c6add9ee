using Microsoft.Extensions.Options;

namespace Outreach.Channels.DirectLine;

internal sealed class DirectLineOptionsValidator : IValidateOptions<DirectLineOptions>
{
    private const int MinSecretChars = 32;

    public ValidateOptionsResult Validate(string? name, DirectLineOptions options)
    {
        var faults = options.AllowedOrigins
            .Where(o => o != "*" && !(Uri.TryCreate(o, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && o.TrimEnd('/') == uri.GetLeftPart(UriPartial.Authority)))
            .Select(o => $"DirectLine:AllowedOrigins must hold origins like https://example.org (no path), or *; one was \"{o}\".")
            .ToList();
        if (options.Secret is { Length: < MinSecretChars } secret)
        {
            faults.Add($"DirectLine:Secret must be at least {MinSecretChars} characters; it was {secret.Length}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
