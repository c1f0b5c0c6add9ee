using System.Text;
using Microsoft.AspNetCore.Mvc;
using Outreach.Content;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Markdown;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Bot.Pages;

/// <summary>What was sent to those who asked for messages, to be read again by everybody: no counts, nobody's answers.</summary>
public sealed class PastModel(MessageArchive archive) : SitePage
{
    internal const string Path = "/tin-da-gui";

    /// <summary>So much text on one page that with everything around it the page stays well under 60 kB.</summary>
    private const int PageBytes = 30_000;

    /// <summary>What stands around one message: its heading, its buttons and their sources.</summary>
    private const int AroundBytes = 2_500;

    [BindProperty(Name = "trang", SupportsGet = true)]
    public string? PageText { get; set; }

    public override string Title => T("web.past.title");

    public override string OtherLanguageLink => LinkTo(OtherLanguage, Number);

    /// <summary>By month, the latest first.</summary>
    internal IReadOnlyList<(string Month, IReadOnlyList<Told> Messages)> Months { get; private set; } = [];

    public int Number { get; private set; } = 1;
    public int Pages { get; private set; } = 1;
    public string? Newer => Number > 1 ? LinkTo(Language, Number - 1) : null;
    public string? Older => Number < Pages ? LinkTo(Language, Number + 1) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var all = PagesOf((await archive.ReadAsync(cancellationToken)).Select(Tell).OfType<Told>());
        Pages = Math.Max(1, all.Count);
        if (PageText is not null)
        {
            if (!int.TryParse(PageText, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) || number < 1 || number > Pages)
            {
                return NotFound();
            }

            Number = number;
        }

        Months = all.Count == 0 ? [] : [.. all[Number - 1].GroupBy(told => (told.SentOn.Year, told.SentOn.Month))
            .Select(month => (T("web.past.month", ("month", $"{month.Key.Month:00}"), ("year", $"{month.Key.Year}")), (IReadOnlyList<Told>)[.. month]))];
        return Page();
    }

    /// <summary>A message in the reader's language, with the figures of the day it was sent. Null where content no longer knows one of them.</summary>
    private Told? Tell(PastMessage past)
    {
        var text = past.Message.In(Language);
        var spoken = past.Message.Texts.FirstOrDefault(each => ReferenceEquals(each.Value, text)).Key ?? Language;
        var read = MessageMarkdown.Read(text.Markdown, spoken, Snapshot, past.SentOn);
        return read.Figures.Any(figure => Snapshot.Figures.Find(figure, past.SentOn) is null) ? null : new Told(
            past.BroadcastId,
            past.SentOn,
            spoken,
            text,
            Snapshot.Resolve(read.Blocks, spoken, past.SentOn),
            [.. past.Message.Buttons.Select(Find).OfType<(string, Answer)>()]);
    }

    /// <summary>In this language, else in the other; what cannot be asked any more leads nowhere.</summary>
    private (string Language, Answer Answer)? Find(string id)
    {
        foreach (var language in new[] { Language, OtherLanguage })
        {
            if (Snapshot.In(language).Answers.TryGetValue(id, out var answer) && Snapshot.MayServe(answer, Today))
            {
                return (language, answer);
            }
        }

        return null;
    }

    private static List<List<Told>> PagesOf(IEnumerable<Told> all)
    {
        var (pages, room) = (new List<List<Told>>(), 0);
        foreach (var told in all)
        {
            var bytes = AroundBytes + Encoding.UTF8.GetByteCount(told.Text.Markdown);
            if (pages.Count == 0 || bytes > room)
            {
                pages.Add([]);
                room = PageBytes;
            }

            pages[^1].Add(told);
            room -= bytes;
        }

        return pages;
    }

    private static string LinkTo(string language, int page) =>
        (language == Languages.English, page) switch
        {
            (false, 1) => Path,
            (false, _) => $"{Path}?trang={page}",
            (true, 1) => LinkIn(language, Path),
            (true, _) => $"{LinkIn(language, Path)}&trang={page}",
        };

    /// <param name="Language">That of the text: of a message that was written in one language, that one.</param>
    /// <param name="Answers">What its buttons lead to, with the language of each.</param>
    internal sealed record Told(Guid Id, DateOnly SentOn, string Language, MessageText Text, IReadOnlyList<Block> Blocks, IReadOnlyList<(string Language, Answer Answer)> Answers);
}
