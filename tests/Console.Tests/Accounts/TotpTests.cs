using Outreach.Staff.Accounts;

namespace Outreach.Staff.Tests.Accounts;

public sealed class TotpTests
{
    // RFC 6238, appendix B: the key is "12345678901234567890"; of its eight digits the last six.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) => Assert.Equal(code, Totp.At(Key, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_one_step_off(int seconds, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);

        Assert.Equal(taken, Totp.Find(Key, Totp.At(Key, now.AddSeconds(seconds)), now, 0) is not null);
    }

    [Fact]
    public void A_code_is_taken_no_second_time_and_none_before_it()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.Find(Key, Totp.At(Key, now), now, 0)!.Value;

        Assert.Null(Totp.Find(Key, Totp.At(Key, now), now, step));
        Assert.Null(Totp.Find(Key, Totp.At(Key, now.AddSeconds(-30)), now, step));
    }

    [Fact]
    public void A_new_key_is_one_that_apps_take() => Assert.Matches("^[A-Z2-7]{32}$", Totp.NewKey());
}
