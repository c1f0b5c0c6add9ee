using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class TopicsFile
{
    public const string Name = "topics.yml";

    public static List<Topic> Read(YamlSource source, string text, List<Reference> references)
    {
        var topics = new List<Topic>();
        if (source.Read(text) is not { } root)
        {
            return topics;
        }

        var ids = new IdRule();
        foreach (var row in YamlMap.Rows(source, root, Name))
        {
            row.Only("id", "vi", "en", "hotline");
            var (id, vi, en, hotline) = (ids.Read(row), row.Text("vi"), row.Text("en"), row.Text("hotline"));
            if (hotline is { } number)
            {
                references.Add(new Reference(ReferenceKind.Hotline, number.Text, number.At));
            }

            if (id is not null && vi is not null && en is not null && hotline is not null)
            {
                topics.Add(new Topic(id, new Localized(vi.Value.Text, en.Value.Text), hotline.Value.Text));
            }
        }

        return topics;
    }
}
