namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Whenever a number of <c>/metrics</c> moved on its day, a case may have come: for every number there is, as sharp as if it were scraped without a pause.</summary>
internal sealed class MetricsAttack : Attack
{
    public override string Name => "metrics";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        var moved = new Dictionary<string, List<DateTimeOffset>>(StringComparer.Ordinal);
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (at, text) in loot.Scrapes)
        {
            foreach (var line in text.Split('\n').Where(line => line.Contains(' ', StringComparison.Ordinal) && line[0] != '#'))
            {
                var name = line[..line.LastIndexOf(' ')];
                if (last.GetValueOrDefault(name) is { } before && before != line && loot.IsOn(at, seen.Day))
                {
                    (moved.TryGetValue(name, out var moments) ? moments : moved[name] = []).Add(at);
                }

                last[name] = line;
            }
        }

        return moved.Values.Select(moments => ByAnyOf(loot, seen, moments));
    }
}
