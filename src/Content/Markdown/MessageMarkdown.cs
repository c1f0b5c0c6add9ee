using Outreach.Content.Blocks;
using Outreach.Content.Checks;

namespace Outreach.Content.Markdown;

/// <summary>Reads the messages that staff write in the console, and those of plans: the same Markdown and the same checks as files of content.</summary>
public static class MessageMarkdown
{
    /// <param name="markdown">As it was written; <see cref="Answers.Campaign.Markdown"/> of a campaign of content.</param>
    /// <param name="language"><c>vi</c> or <c>en</c>.</param>
    /// <param name="content">What figures, hotlines and links are checked against.</param>
    /// <param name="day">The day it is to be sent: figures need a value then.</param>
    public static CheckedMessage Read(string markdown, string language, ContentSnapshot content, DateOnly day)
    {
        // As if it lay among the campaigns, so that links to other files mean the same.
        var issues = new IssueList();
        var file = $"{language}/campaigns/message.md";
        var (blocks, references) = MarkdownReader.ReadBlocks(file, Nfc.Of(markdown.ReplaceLineEndings("\n")), issues);
        foreach (var reference in references)
        {
            Check(reference, content, day, issues);
        }

        var words = PlainText.Of(content.Resolve(blocks, language, day));
        CheckLength(words, Spot.StartOf(file), issues);
        WordingRules.Check(words, Spot.StartOf(file), issues);
        return new CheckedMessage(
            blocks,
            [.. references.Where(r => r.Kind == ReferenceKind.Figure).Select(r => r.Target).Distinct()],
            [.. issues.Ordered().Select(i => i with { File = language })]);
    }

    private static void Check(Reference reference, ContentSnapshot content, DateOnly day, IssueList issues)
    {
        var (kind, target, at) = reference;
        switch (kind)
        {
            case ReferenceKind.Figure when !content.Figures.Contains(target):
                issues.Error(at, Codes.UnknownFigure, $"there is no figure '{target}'", $"Use the id of a figure.{Near.Hint(target, content.Figures.Ids)}");
                break;
            case ReferenceKind.Figure when content.Figures.Find(target, day) is null:
                issues.Error(at, Codes.FigureWithoutValue, $"the figure '{target}' has no value on {day:yyyy-MM-dd}", "Have its value of that day added, or name another.");
                break;
            case ReferenceKind.Hotline when !content.Hotlines.ContainsKey(target):
                issues.Error(at, Codes.UnknownHotline, $"there is no verified hotline '{target}'", $"Use the id of a verified hotline.{Near.Hint(target, content.Hotlines.Keys)}");
                break;
            case ReferenceKind.Heading:
                issues.Error(at, Codes.LinkToNowhere, $"a message has no places to link to, such as '#{target}'", "Link to /hoi-dap/ID of an answer, or to https://….");
                break;
            case ReferenceKind.Media:
                issues.Error(at, Codes.MissingMedia, "a picture cannot stand in the text of a message", "Choose it beside the text: a message has one picture.");
                break;
            case ReferenceKind.Path:
                CheckPath(target, at, content, issues);
                break;
        }
    }

    private static void CheckLength(string words, Spot at, IssueList issues)
    {
        if (words.Length == 0)
        {
            issues.Error(at, Codes.NoText, "the message is empty", "Write what it is to say.");
        }
        else if (words.Length > TextRules.MaxShortChars)
        {
            issues.Error(at, Codes.ShortTooLong, $"the message has {words.Length} characters with its figures put in; a phone shows {TextRules.MaxShortChars}",
                "Shorten it; a button can lead to the rest.");
        }
    }

    private static void CheckPath(string link, Spot at, ContentSnapshot content, IssueList issues)
    {
        var answers = content.Languages.Values.SelectMany(local => local.Answers.Keys).ToHashSet(StringComparer.Ordinal);
        if (ContentPath.AnswerId(at.File, link) is not { } answer || !answers.Contains(answer))
        {
            issues.Error(at, Codes.LinkToNowhere, $"the link '{link}' leads nowhere",
                $"Link to /hoi-dap/ID of an answer, or to https://….{Near.Hint(ContentPath.AnswerId(at.File, link) ?? link, answers, "/hoi-dap/")}");
        }
    }
}
