using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class ProvincesFile
{
    public const string Name = "provinces.yml";

    /// <summary>As many as a subscriber's row and an import hold.</summary>
    private const int MaxNameChars = 64;

    public static ProvinceTable Read(YamlSource source, string text)
    {
        if (source.Read(text) is not { } root)
        {
            return ProvinceTable.Empty;
        }

        var provinces = new List<(string Name, IReadOnlyList<string> Also)>();
        foreach (var row in YamlMap.Rows(source, root, Name))
        {
            row.Only("name", "also");
            if (row.Text("name") is not { } name)
            {
                continue;
            }

            if (name.Text.Length > MaxNameChars)
            {
                row.Issues.Error(name.At, Codes.BadValue, $"this name has {name.Text.Length} characters", $"Write at most {MaxNameChars}.");
            }
            else if (provinces.Exists(known => known.Name == name.Text))
            {
                row.Issues.Error(name.At, Codes.DuplicateKey, $"'{name.Text}' stands here twice", "Take one of the two out.");
            }
            else
            {
                provinces.Add((name.Text, [.. row.Texts("also", required: false).Select(also => also.Text)]));
            }
        }

        return new ProvinceTable(provinces);
    }
}
