namespace Outreach.Bot.Tests.Linkage;

/// <summary>What an attacker has: every snapshot, every log line, and how the machine's time runs beside the simulated one.</summary>
internal sealed record Loot
{
    public required IReadOnlyList<Night> Nights { get; init; }
    public required IReadOnlyList<LogLine> Log { get; init; }

    /// <summary>What <c>/metrics</c> gave, after everything that happened. Without what the machine does to the test program.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Text)> Scrapes { get; init; } = [];

    /// <summary>Pairs in order. An attacker has them from anything that carries both.</summary>
    public required IReadOnlyList<(DateTime Machine, DateTimeOffset Simulated)> Clocks { get; init; }

    /// <summary>
    /// When each chat was there, to the second: granted to every attack, though only the messenger or somebody who watches
    /// knows it. What is kept must not tell when a case came, whoever knows when people were about.
    /// </summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<DateTimeOffset>> There { get; init; }

    /// <summary>The organisation's offset: what a day is.</summary>
    public required TimeSpan Offset { get; init; }

    /// <summary>The keyed names of the updates that came, by their number in the channel; null without the public keys.</summary>
    public Func<int, string>? SeenKeyOf { get; init; }

    /// <summary>The snapshots that a case is looked for in: the nights right after it came in, and later ones.</summary>
    public IEnumerable<Night> NightsOf(SeenCase seen) => Nights.Skip(seen.First).Where(night => night.CaseRow(seen.Id) is not null).Take(6);

    public DateTimeOffset Simulated(DateTime machine)
    {
        var (low, high) = (0, Clocks.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Clocks[middle].Machine <= machine ? (middle, high) : (low, middle - 1);
        }

        return Clocks[low].Simulated;
    }

    public bool IsOn(DateTimeOffset moment, DateOnly day) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime) == day;

    /// <summary>The moment at a part (0 to 1) of a day as people live it, from six to twenty-three.</summary>
    public DateTimeOffset MomentAt(DateOnly day, double part) => new DateTimeOffset(day.ToDateTime(new TimeOnly(6, 0)), Offset) + TimeSpan.FromHours(17 * part);
}
