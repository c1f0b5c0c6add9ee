using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class SourcesFile
{
    public const string Name = "sources.yml";

    public static List<LawSource> Read(YamlSource source, string text)
    {
        var sources = new List<LawSource>();
        if (source.Read(text) is not { } root)
        {
            return sources;
        }

        var ids = new IdRule();
        foreach (var row in YamlMap.Rows(source, root, Name))
        {
            row.Only("id", "vi", "en", "from", "to");
            var (id, vi, en) = (ids.Read(row), row.Text("vi"), row.Text("en"));
            var (from, to) = (row.Date("from"), row.Date("to", required: false));
            if (id is not null && vi is not null && en is not null && from is not null)
            {
                sources.Add(new LawSource(id, new Localized(vi.Value.Text, en.Value.Text), from.Value, to));
            }
        }

        return sources;
    }
}
