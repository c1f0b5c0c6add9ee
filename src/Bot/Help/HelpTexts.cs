using System.Globalization;
using Outreach.Bot.Turns;
using Outreach.Content;
using Outreach.Content.Blocks;
using Outreach.Content.Shared;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>The words of help in one language, from one snapshot. What people wrote is put beside phrases, never into them.</summary>
internal sealed class HelpTexts(ContentSnapshot content, string language, DateOnly day, string organisationHotline)
{
    /// <summary>Not in topics.yml: what fits none of them.</summary>
    public const string OtherTopic = "other";

    /// <summary>What somebody agrees to who asks for help. Its id and review date are the consent's version.</summary>
    public const string ConsentPage = "gui-yeu-cau";

    private readonly PlanTexts _plan = new(content, language, day, organisationHotline);
    private readonly LocalContent _local = content.In(language);

    public string Language => language;

    public IReadOnlyList<string> Topics { get; } = [.. content.Topics.Select(topic => topic.Id), OtherTopic];

    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        _local.Phrases.Get(key, [("organisation", content.Organisation), ("hotline", _plan.Hotline(null)?.Name.In(language) ?? ""), .. values]);

    public Block.Paragraph Say(string key, params ReadOnlySpan<(string Name, string Value)> values) => new(PhraseText.Inlines(Text(key, values), _plan.Hotline(null)));

    public Block.Paragraph Strong(string key, params ReadOnlySpan<(string Name, string Value)> values) => new([new Inline.Strong([new Inline.Text(Text(key, values))])]);

    public string Topic(string id) => _plan.Topic(id)?.Name.In(language) ?? Text("help.topic.other");

    /// <summary>The numbers for danger, in the file's order.</summary>
    public IEnumerable<Hotline> DangerLines => content.Hotlines.Values.Where(line => line.Crisis.Count > 0 || line.Number.Length == 3);

    public IEnumerable<Block> EmergencyNumbers() => DangerLines.SelectMany(_plan.HotlineLine);

    public IEnumerable<Block> AllNumbers() => _plan.AllHotlines().SelectMany(_plan.HotlineLine);

    public IEnumerable<Block> Page(string id) => _plan.Page(id) is { } page
        ? [.. _plan.Resolve(page.Short, page.Language), .. page.Sections.SelectMany(section => _plan.Section(section, page.Language))]
        : [];

    /// <summary>Which text was agreed to: page, review date and language.</summary>
    public string ConsentVersion => _plan.Page(ConsentPage) is { } page
        ? string.Create(CultureInfo.InvariantCulture, $"{ConsentPage}/{page.Reviewed:yyyy-MM-dd}/{language}")
        : $"{ConsentPage}/{content.Version}/{language}";

    public string Date(DateOnly on) => on.ToString(language == Languages.English ? "d MMMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>What people wrote, line by line, as plain text.</summary>
    public static Block.Paragraph Theirs(string text)
    {
        var inlines = new List<Inline>();
        foreach (var line in text.Split('\n'))
        {
            if (inlines.Count > 0)
            {
                inlines.Add(new Inline.LineBreak());
            }

            if (line.Length > 0)
            {
                inlines.Add(new Inline.Text(line));
            }
        }

        return new Block.Paragraph(inlines);
    }

    public string Author(TextAuthor author) => Text(author == TextAuthor.Worker ? "help.from.you" : "help.from.staff");

    /// <summary>When somebody reads, honestly.</summary>
    public string Readers(StaffHours hours, DateTime local)
    {
        if (hours.IsUnknown || hours.NextOpening(local) is not { } next)
        {
            return Text("help.readers.unknown");
        }

        var all = string.Join("; ", hours.Spans.Select(span =>
            $"{(span.First == span.Last ? DayName(span.First) : $"{DayName(span.First)} – {DayName(span.Last)}")} {span.Opens:HH\\:mm}–{span.Closes:HH\\:mm}"));
        return hours.IsOpen(local)
            ? Text("help.readers.open", ("hours", all))
            : Text("help.readers.closed", ("hours", all), ("time", $"{next:HH\\:mm}"), ("day", $"{DayName(StaffHours.Day(next))} {next:dd/MM}"));
    }

    private string DayName(int day) => Text(string.Create(CultureInfo.InvariantCulture, $"help.day.{day + 1}"));
}
