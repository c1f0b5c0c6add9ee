using Outreach.Content.Blocks;
using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>What a phone shows first is there and short; an answer lies where its topic says.</summary>
internal static class TextRules
{
    /// <summary>About one screen of a cheap phone.</summary>
    public const int MaxShortChars = 600;

    public static void Check(ContentParts parts, IssueList issues)
    {
        var hotlines = parts.VerifiedHotlines();
        foreach (var text in parts.Texts)
        {
            if (text.Answer is { } answer)
            {
                var resolver = new BlockResolver(parts.Figures, hotlines, "", answer.Language, parts.Day);
                CheckShort(PlainText.Of(resolver.Resolve(answer.Short)), text.Body, issues);
                CheckFolder(text, answer.Topic, issues);
            }
            else if (text.Campaign is { } campaign)
            {
                var resolver = new BlockResolver(parts.Figures, hotlines, "", campaign.Language, parts.Day);
                CheckShort(PlainText.Of(resolver.Resolve(campaign.Short)), text.Body, issues);
            }
            else if (text.Page is { } page && PlainText.Of(page.Short).Length == 0 && page.Sections.Count == 0)
            {
                issues.Error(text.Body, Codes.NoText, "the page is empty", "Write its text below the front matter.");
            }
        }
    }

    private static void CheckShort(string text, Spot at, IssueList issues)
    {
        if (text.Length == 0)
        {
            issues.Error(at, Codes.NoText, "the short answer is empty", "Write it below the front matter, before the first '##'.");
        }
        else if (text.Length > MaxShortChars)
        {
            issues.Error(at, Codes.ShortTooLong, $"the short answer has {text.Length} characters with its figures put in; a phone shows {MaxShortChars}",
                "Move a part below a '##' heading.");
        }
    }

    private static void CheckFolder(ContentText text, string topic, IssueList issues)
    {
        if (text.Path.Topic != topic)
        {
            issues.Warn(text.Topic, Codes.FolderIsNotTopic, $"the file lies in the folder '{text.Path.Topic}' and its topic is '{topic}'", "Move the file, or put the topic right.");
        }
    }
}
