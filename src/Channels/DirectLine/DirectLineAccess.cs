using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.DirectLine;

/// <summary>Who calls, and from which page.</summary>
internal sealed class DirectLineAccess(IOptions<DirectLineOptions> options, DirectLineTokens tokens)
{
    private const string Scheme = "Bearer ";

    public bool HasSecret => !string.IsNullOrEmpty(options.Value.Secret);

    /// <summary>Null when there is no good header; the answer has then been written.</summary>
    public async Task<DirectLineCaller?> CallerAsync(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length == Scheme.Length)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status401Unauthorized, "Unauthorized", "Send an Authorization header: Bearer and a secret or token.");
            return null;
        }

        var given = header[Scheme.Length..].Trim();
        if (IsSecret(given))
        {
            return new DirectLineCaller(null);
        }

        switch (tokens.Read(given))
        {
            case { Expired: false } valid:
                return new DirectLineCaller(valid.Claims);
            case { Expired: true }:
                await DirectLineAnswer.Error(context, StatusCodes.Status403Forbidden, "TokenExpired", "Token has expired.");
                return null;
            default:
                await DirectLineAnswer.Error(context, StatusCodes.Status403Forbidden, "BadToken", "The secret or token is not valid.");
                return null;
        }
    }

    /// <summary>The caller, when it may use this conversation; otherwise null and the answer has been written.</summary>
    public async Task<DirectLineCaller?> CallerAsync(HttpContext context, string conversation)
    {
        var caller = await CallerAsync(context);
        if (caller?.Claims is { } claims && claims.Conversation != conversation)
        {
            await DirectLineAnswer.Error(context, StatusCodes.Status403Forbidden, "BadToken", "The token is for another conversation.");
            return null;
        }

        return caller;
    }

    /// <summary>Our own pages, those of the options, and programs that are no browser.</summary>
    public bool MayCome(HttpRequest request, string? origin, IReadOnlyList<string> tokenOrigins)
    {
        if (string.IsNullOrEmpty(origin))
        {
            return true;
        }

        var allowed = tokenOrigins.Count > 0 ? tokenOrigins : options.Value.AllowedOrigins;
        return string.Equals(origin, $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase)
            || allowed.Any(a => a == "*" || string.Equals(a.TrimEnd('/'), origin, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsSecret(string given) =>
        options.Value.Secret is { Length: > 0 } secret
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
