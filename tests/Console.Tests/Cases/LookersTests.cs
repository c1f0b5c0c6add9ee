using Outreach.Staff.Cases;
using Outreach.Testing;

namespace Outreach.Staff.Tests.Cases;

public sealed class LookersTests
{
    private static readonly Guid Case = Guid.NewGuid();
    private static readonly Guid Lan = Guid.NewGuid();
    private static readonly Guid Hoa = Guid.NewGuid();
    private readonly HandMovedClock _clock = new();
    private readonly Lookers _lookers;

    public LookersTests() => _lookers = new Lookers(_clock);

    [Fact]
    public void Whoever_looks_at_the_same_case_is_named_and_oneself_is_not()
    {
        _lookers.Look(Case, Lan, "Lan");

        Assert.Equal(["Lan"], _lookers.Look(Case, Hoa, "Hoa"));
        Assert.Empty(_lookers.Look(Guid.NewGuid(), Hoa, "Hoa"));
    }

    [Fact]
    public void Whoever_left_the_page_is_gone_half_a_minute_later()
    {
        _lookers.Look(Case, Lan, "Lan");

        _clock.Advance(Lookers.Kept + TimeSpan.FromSeconds(1));

        Assert.Empty(_lookers.Look(Case, Hoa, "Hoa"));
    }
}
