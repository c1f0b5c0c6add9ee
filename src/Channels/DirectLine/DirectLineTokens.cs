using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Outreach.Channels.DirectLine;

/// <summary>Tokens for one conversation each: JWTs, so that Web Chat finds its user in them.</summary>
internal sealed class DirectLineTokens(TokenSigner sign, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    private const string Issuer = "outreach";
    private const string Audience = "directline";
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    public string Issue(TokenClaims claims)
    {
        var now = time.GetUtcNow();
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("iss", Issuer);
            json.WriteString("aud", Audience);
            json.WriteString("conv", claims.Conversation);
            if (claims.User is not null)
            {
                json.WriteString("user", claims.User);
            }

            if (claims.Origins.Count > 0)
            {
                json.WriteStartArray("origins");
                foreach (var origin in claims.Origins)
                {
                    json.WriteStringValue(origin);
                }

                json.WriteEndArray();
            }

            json.WriteNumber("nbf", now.ToUnixTimeSeconds());
            json.WriteNumber("exp", (now + Lifetime).ToUnixTimeSeconds());
            json.WriteEndObject();
        }

        var signed = $"{Header}.{Base64Url.EncodeToString(buffer.WrittenSpan)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    /// <summary>Null when it is none of ours.</summary>
    public (TokenClaims Claims, bool Expired)? Read(string token)
    {
        // Our one header, letter for letter: no other algorithm is ever believed.
        var parts = token.Split('.');
        if (parts.Length != 3 || parts[0] != Header || !Ascii.IsValid(token))
        {
            return null;
        }

        try
        {
            var expected = sign(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
            if (!CryptographicOperations.FixedTimeEquals(expected, Base64Url.DecodeFromChars(parts[2])))
            {
                return null;
            }

            using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]));
            var root = payload.RootElement;
            if (root.GetProperty("iss").GetString() != Issuer || root.GetProperty("aud").GetString() != Audience)
            {
                return null;
            }

            var claims = new TokenClaims(
                root.GetProperty("conv").GetString()!,
                root.TryGetProperty("user", out var user) ? user.GetString() : null,
                root.TryGetProperty("origins", out var origins) ? [.. origins.EnumerateArray().Select(o => o.GetString()!)] : []);
            return (claims, root.GetProperty("exp").GetInt64() <= time.GetUtcNow().ToUnixTimeSeconds());
        }
        catch (FormatException)
        {
            // Not base64url: not ours. What carries our signature is our own JSON and needs no such care.
            return null;
        }
    }
}
