using System.Globalization;
using Outreach.Bot.Tests.Linkage.Attacks;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>That the attack on metrics is no paper one.</summary>
public sealed class MetricsAttackTests
{
    [Fact]
    public void A_number_that_moves_with_a_request_gives_its_writer_away()
    {
        var day = new DateOnly(2026, 8, 3);
        var morning = new DateTimeOffset(2026, 8, 3, 6, 0, 0, TimeSpan.FromHours(7));
        var there = Enumerable.Range(0, 10).ToDictionary(
            chat => chat.ToString(CultureInfo.InvariantCulture), chat => (IReadOnlyList<DateTimeOffset>)[morning.AddHours(chat)]);
        var loot = new Loot
        {
            Nights = [],
            Log = [],
            Clocks = [],
            Offset = TimeSpan.FromHours(7),
            There = there,
            Scrapes = [(morning, "# TYPE x counter\nx_total{a=\"b\"} 0\n"), (morning.AddHours(7.1), "# TYPE x counter\nx_total{a=\"b\"} 1\n")],
        };

        var scores = Assert.Single(new MetricsAttack().Try(loot, new SeenCase(Guid.NewGuid(), day, 0, IsChatMode: true, [.. there.Keys])));

        Assert.Equal(7, scores.IndexOf(scores.Max()));
    }
}
