using System.Text.RegularExpressions;
using Outreach.Content.Checks;
using Outreach.Content.Crisis;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static partial class HotlinesFile
{
    public const string Name = "hotlines.yml";

    /// <summary>All rows, also those not verified: the rules tell an unknown hotline from an unverified one.</summary>
    public static List<Hotline> Read(YamlSource source, string text, List<Reference> references)
    {
        var hotlines = new List<Hotline>();
        if (source.Read(text) is not { } root)
        {
            return hotlines;
        }

        var ids = new IdRule();
        foreach (var row in YamlMap.Rows(source, root, Name))
        {
            if (ReadRow(row, ids, references) is { } hotline)
            {
                hotlines.Add(hotline);
            }
        }

        return hotlines;
    }

    private static Hotline? ReadRow(YamlMap row, IdRule ids, List<Reference> references)
    {
        row.Only("id", "number", "name", "hours", "note", "region", "topics", "crisis", "source", "verified");
        var (id, number, name) = (ids.Read(row), ReadNumber(row), row.Localized("name"));
        var (region, from) = (row.Text("region"), row.Text("source"));
        var topics = row.Texts("topics", required: false);
        references.AddRange(topics.Select(t => new Reference(ReferenceKind.Topic, t.Text, t.At)));
        var crisis = Kinds(row);
        var (hours, note, verified) = (row.Localized("hours", false), row.Localized("note", false), row.Date("verified", false));
        if (id is null || number is null || name is null || region is null || from is null)
        {
            return null;
        }

        return new Hotline
        {
            Id = id,
            Number = number,
            Name = name,
            Hours = hours,
            Note = note,
            Region = region.Value.Text,
            Topics = [.. topics.Select(t => t.Text)],
            Crisis = crisis,
            Source = from.Value.Text,
            Verified = verified,
        };
    }

    /// <summary>The value of <c>number</c>; null where it is missing or nobody could call it, which the issues say.</summary>
    public static string? ReadNumber(YamlMap row)
    {
        if (row.Text("number") is not { } number)
        {
            return null;
        }

        if (Form().IsMatch(number.Text))
        {
            return number.Text;
        }

        row.Issues.Error(number.At, Codes.BadNumber, "a number to call has 3 to 15 digits, with spaces between and '+' before at most",
            "Write it as people read it: 1900 9068.");
        return null;
    }

    private static List<string> Kinds(YamlMap row)
    {
        var kinds = row.Texts("crisis", required: false);
        foreach (var kind in kinds.Where(k => !CrisisKind.All.Contains(k.Text)))
        {
            row.Issues.Error(kind.At, Codes.UnknownCrisisKind, $"there is no kind of crisis '{kind.Text}'",
                $"Use one of: {string.Join(", ", CrisisKind.All)}.{Near.Hint(kind.Text, CrisisKind.All)}");
        }

        return [.. kinds.Select(k => k.Text)];
    }

    [GeneratedRegex(@"\A\+?\d(?: ?\d){2,14}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
