using System.Globalization;
using Outreach.Bot.Preferences;
using Outreach.Content;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Shared;

namespace Outreach.Bot.Turns;

/// <summary>What the words of one reply are taken from: one snapshot, one language, one day.</summary>
internal sealed class PlanTexts(ContentSnapshot content, string language, DateOnly day, string organisationHotline)
{
    private readonly LocalContent _local = content.In(language);

    public string Language => language;

    /// <summary>The answer in this language, else in the other, whether in force or not; null when there is none.</summary>
    public Answer? Find(string id) =>
        _local.Answers.TryGetValue(id, out var answer) || content.In(Languages.Other(language)).Answers.TryGetValue(id, out answer)
            ? answer
            : null;

    public Answer? FindServed(string id) => Find(id) is { } answer && content.MayServe(answer, day) ? answer : null;

    public Topic? Topic(string id) => content.Topics.FirstOrDefault(topic => topic.Id == id);

    public Page? Page(string id) =>
        _local.Pages.TryGetValue(id, out var page) || content.In(Languages.Other(language)).Pages.TryGetValue(id, out page) ? page : null;

    public bool IsVerified(string hotline) => content.Hotlines.ContainsKey(hotline);

    /// <summary>The number with this id, else the organisation's, else the first there is; null where the content has none.</summary>
    public Hotline? Hotline(string? id) =>
        (id is not null && content.Hotlines.TryGetValue(id, out var hotline)) || content.Hotlines.TryGetValue(organisationHotline, out hotline)
            ? hotline
            : content.Hotlines.Values.FirstOrDefault();

    /// <summary>The organisation's number first.</summary>
    public IEnumerable<Hotline> AllHotlines() => content.Hotlines.Values.OrderByDescending(hotline => hotline.Id == organisationHotline);

    /// <summary>The numbers for a danger, in the file's order; all of them where none is for it.</summary>
    public IEnumerable<Hotline> HotlinesFor(string danger)
    {
        var fitting = content.Hotlines.Values.Where(hotline => hotline.Crisis.Contains(danger)).ToList();
        return fitting.Count > 0 ? fitting : AllHotlines();
    }

    public string Text(string key) => _local.Phrases.Get(key, ("organisation", content.Organisation));

    /// <summary>The title of a choice: a topic's, or of hours.</summary>
    public string Choice(string key, string detail) => _local.Phrases.Get(
        key, ("topic", Topic(detail)?.Name.In(language) ?? ""), ("hours", HoursText.Unpack(detail) is (var from, var to) ? HoursText.Of(from, to) : ""));

    public Block.Paragraph Preferences(PlanPart.Preferences chosen) => new(PhraseText.Inlines(
        _local.Phrases.Get(
            "prefs.now",
            ("topics", chosen.Topics.Count == 0 ? Text("prefs.topics.all") : string.Join("; ", chosen.Topics.Select(Topic).OfType<Topic>().Select(topic => topic.Name.In(language)))),
            ("hours", chosen switch
            {
                { QuietFrom: { } from, QuietTo: { } to } when from != to => HoursText.Of(from, to),
                { QuietFrom: not null } => Text("prefs.hours.none"),
                _ => Text("prefs.hours.shared"),
            }),
            ("place", chosen.Province ?? Text("prefs.unsaid")),
            ("role", chosen.Role is { } role ? Text("prefs.role." + role) : Text("prefs.unsaid"))),
        Hotline(null)));

    public Block.Paragraph Phrase(string key, string? topic = null, string? answer = null) => new(PhraseText.Inlines(
        _local.Phrases.Get(
            key,
            ("organisation", content.Organisation),
            ("topic", topic is null ? "" : Topic(topic)?.Name.In(language) ?? ""),
            ("question", answer is null ? "" : Find(answer)?.Question ?? ""),
            ("hotline", Hotline(null)?.Name.In(language) ?? "")),
        Hotline(null)));

    /// <summary>One line to call; nothing where the content has no number.</summary>
    public IEnumerable<Block> HotlineLine(Hotline? hotline)
    {
        if (hotline is null)
        {
            return [];
        }

        var details = string.Join("; ", new[] { hotline.Hours, hotline.Note }.OfType<Localized>().Select(text => text.In(language)));
        var key = details.Length == 0 ? "hotline.line" : "hotline.line-details";
        var text = _local.Phrases.Get(key, ("name", hotline.Name.In(language)), ("details", details));
        return [new Block.Paragraph(PhraseText.Inlines(text, hotline))];
    }

    public Block.Paragraph SourceLine(Answer answer)
    {
        var sources = string.Join("; ", answer.Sources.Select(source => source.At is null ? source.Law : $"{source.Law}, {source.At}"));
        var date = answer.Effective.ToString(
            language == Languages.English ? "d MMMM yyyy" : "dd/MM/yyyy", CultureInfo.InvariantCulture);
        var text = _local.Phrases.Get("answer.source", ("sources", sources), ("date", date));
        return new Block.Paragraph([new Inline.Emphasis([new Inline.Text(text)])]);
    }

    public Block Title(string title) => new Block.Heading(2, [new Inline.Text(title.Replace("{organisation}", content.Organisation, StringComparison.Ordinal))]);

    public IEnumerable<Block> Section(Section section, string inLanguage) => [Title(section.Title), .. Resolve(section.Blocks, inLanguage)];

    public IEnumerable<Block> Resolve(IReadOnlyList<Block> blocks, string inLanguage) =>
        content.Resolve(blocks, inLanguage, day);
}
