using Outreach.Channels.DirectLine;
using Outreach.Testing;

namespace Outreach.Channels.Tests.DirectLine;

public sealed class TokenTests
{
    private const string Vector =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJvdXRyZWFjaCIsImF1ZCI6ImRpcmVjdGxpbmUiLCJjb252IjoiYy0wMDAxIiwidXNlciI6ImRsXzdmM2EiLCJuYmYiOjE3NjM2MDAwMDAsImV4cCI6MTc2MzYwMTgwMH0.G0Lha8R-MahElaNnLa0qZS2_FNtuhy-4McmYmC9TgXs";

    private readonly HandMovedClock _clock = new(DateTimeOffset.FromUnixTimeSeconds(1_763_600_000));

    private DirectLineTokens Tokens => new(DirectLineHost.Sign, _clock);

    [Fact]
    public void A_token_is_the_agreed_one_to_the_letter() => Assert.Equal(Vector, Tokens.Issue(new TokenClaims("c-0001", "dl_7f3a", [])));

    [Fact]
    public void A_token_changed_in_any_letter_is_none_of_ours()
    {
        var believed = Enumerable.Range(0, Vector.Length)
            .Select(i => Vector[..i] + (Vector[i] == 'A' ? 'B' : 'A') + Vector[(i + 1)..])
            .Where(t => Tokens.Read(t) is not null)
            .ToList();

        // The last letter of 32 bytes in base64url carries two bits that mean nothing; the decoder refuses them as well.
        Assert.Empty(believed);
    }

    [Fact]
    public void A_token_of_no_algorithm_is_none_of_ours() =>
        Assert.Null(Tokens.Read("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0." + Vector.Split('.')[1] + "."));

    [Fact]
    public void A_token_lasts_thirty_minutes()
    {
        _clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        var good = Tokens.Read(Vector)!.Value.Expired;
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.False(good);
        Assert.True(Tokens.Read(Vector)!.Value.Expired);
    }
}
