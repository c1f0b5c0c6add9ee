using System.Globalization;
using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class FiguresFile
{
    public const string Name = "figures.yml";

    private static readonly Dictionary<string, FigureUnit> Units = new(StringComparer.Ordinal)
    {
        ["VND"] = FigureUnit.Vnd,
        ["%"] = FigureUnit.Percent,
        ["count"] = FigureUnit.Count,
    };

    public static FigureTable Read(YamlSource source, string text)
    {
        if (source.Read(text) is not { } root || YamlMap.From(source, root, Name)?.Only("figures") is not { } map)
        {
            return FigureTable.Empty;
        }

        var periods = map.Rows("figures").Select(ReadRow).OfType<(Figure Figure, Spot At)>().ToList();
        foreach (var one in periods.GroupBy(p => p.Figure.Id, StringComparer.Ordinal))
        {
            CheckPeriods([.. one.OrderBy(p => p.Figure.From)], source.Issues);
        }

        return new FigureTable(periods.Select(p => p.Figure));
    }

    private static (Figure, Spot)? ReadRow(YamlMap row)
    {
        row.Only("id", "label", "value", "unit", "from", "to", "source");
        var (id, label, value, unit) = (IdRule.Form(row, ContentPath.MaxFigureIdChars), row.Text("label"), Value(row), Unit(row));
        var (from, to, source) = (row.Date("from"), row.Date("to", required: false), row.Text("source"));
        if (from > to)
        {
            row.Issues.Error(row.SpotOf("to"), Codes.BadFigure, "the last day is before the first", "Put 'from' and 'to' right.");
        }

        if (id is null || label is null || value is null || unit is null || from is null || source is null)
        {
            return null;
        }

        return (new Figure
        {
            Id = id.Value.Text,
            Label = label.Value.Text,
            Value = value.Value,
            Unit = unit.Value,
            From = from.Value,
            To = to,
            Source = source.Value.Text,
        }, row.At);
    }

    private static decimal? Value(YamlMap row)
    {
        if (row.Text("value") is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        row.Issues.Error(text.At, Codes.BadFigure, "'value' is no number", "Write digits alone, with a point for decimals: 5310000 or 10.5.");
        return null;
    }

    private static FigureUnit? Unit(YamlMap row)
    {
        if (row.Text("unit") is not { } text)
        {
            return null;
        }

        if (Units.TryGetValue(text.Text, out var unit))
        {
            return unit;
        }

        row.Issues.Error(text.At, Codes.BadFigure, "'unit' is none of VND, \"%\" and count", "Use one of these; '%' stands in quotes.");
        return null;
    }

    private static void CheckPeriods(IReadOnlyList<(Figure Figure, Spot At)> periods, IssueList issues)
    {
        foreach (var ((before, _), (after, at)) in periods.Zip(periods.Skip(1)))
        {
            if (before.To is not { } end || end >= after.From)
            {
                issues.Error(at, Codes.FigureOverlap, $"'{after.Id}' has two values on {after.From:yyyy-MM-dd}",
                    $"End the row before on {after.From.AddDays(-1):yyyy-MM-dd}.");
            }
            else if (end.AddDays(1) < after.From)
            {
                issues.Error(at, Codes.FigureGap, $"'{after.Id}' has no value from {end.AddDays(1):yyyy-MM-dd} to {after.From.AddDays(-1):yyyy-MM-dd}",
                    "Let the row before end the day before this one begins, or add a row.");
            }

            if (before.Unit != after.Unit)
            {
                issues.Error(at, Codes.BadFigure, $"'{after.Id}' changes its unit", "A figure keeps one unit; give another thing another id.");
            }
        }
    }
}
