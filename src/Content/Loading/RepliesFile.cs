using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Markdown;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

/// <summary>The canned replies of one language.</summary>
internal static class RepliesFile
{
    public const string Name = "replies.yml";

    /// <summary>A few screens of a cheap phone are a letter, not a reply.</summary>
    public const int MaxChars = 1000;

    public static string PathIn(string language) => $"{language}/{Name}";

    public static OrderedDictionary<string, (CannedReply Reply, Spot At)> Read(YamlSource source, string text, List<Reference> references)
    {
        var replies = new OrderedDictionary<string, (CannedReply, Spot)>(StringComparer.Ordinal);
        if (source.Read(text) is not { } root)
        {
            return replies;
        }

        var ids = new IdRule();
        foreach (var row in YamlMap.Rows(source, root, Name))
        {
            row.Only("id", "title", "text");
            var (id, title, written) = (ids.Read(row), row.Text("title"), row.Text("text"));
            if (written is null)
            {
                continue;
            }

            var read = MarkdownReader.ReadFragment(written.Value, source.Issues);
            references.AddRange(read.References);
            CheckText(PlainText.Of(read.Blocks), written.Value.At, source.Issues);
            if (id is not null && title is not null)
            {
                replies[id] = (new CannedReply { Id = id, Title = title.Value.Text, Text = read.Blocks }, row.At);
            }
        }

        return replies;
    }

    private static void CheckText(string text, Spot at, IssueList issues)
    {
        if (text.Length > MaxChars)
        {
            issues.Error(at, Codes.ReplyTooLong, $"the reply has {text.Length} characters; {MaxChars} are as many as a worried person reads", "Shorten it, or make two of it.");
        }

        // Somebody frightened answers one question, and none of three.
        if (text.Count(c => c == '?') > 1)
        {
            issues.Warn(at, Codes.ReplyAsksTwice, "the reply asks more than one thing", "Ask for the one thing that is needed next.");
        }
    }
}
