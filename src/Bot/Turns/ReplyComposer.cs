using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Outreach.Bot.Host;
using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Blocks;
using Answer = Outreach.Content.Answers.Answer;

namespace Outreach.Bot.Turns;

/// <summary>Makes a reply of its recipe with the content and the figures of a day. Pure: the same plan, snapshot and day give the same reply.</summary>
internal sealed class ReplyComposer(IOptions<OrganisationOptions> options)
{
    /// <summary>More than there are answers, screens and buttons; lists of suggestions beyond that are made anew.</summary>
    private const int MaxKept = 2000;

    private readonly string _hotline = options.Value.Hotline;
    private Edition? _edition;

    /// <returns>The same object for all who are told the same, so that a channel renders it once.</returns>
    public Reply Compose(ReplyPlan plan, ContentSnapshot content, DateOnly day)
    {
        if (plan.IsForOne)
        {
            return Make(plan, content, day);
        }

        var edition = _edition;
        if (edition is null || edition.Content != content || edition.Day != day)
        {
            _edition = edition = new Edition(content, day);
        }

        var recipe = plan.ToJson();
        if (edition.Replies.TryGetValue(recipe, out var made))
        {
            return made;
        }

        made = Make(plan, content, day);
        return edition.Replies.Count < MaxKept ? edition.Replies.GetOrAdd(recipe, made) : made;
    }

    private Reply Make(ReplyPlan plan, ContentSnapshot content, DateOnly day)
    {
        var texts = new PlanTexts(content, plan.Language, day, _hotline);
        return new Reply
        {
            Language = plan.Language,
            Blocks = [.. plan.Parts.SelectMany(part => BlocksOf(part, texts))],
            Buttons = [.. plan.Buttons.Select(button => new Button(TitleOf(button, texts), button.Value))],
            Audio = plan.Parts.OfType<PlanPart.Answer>().Select(part => texts.FindServed(part.Id)?.Audio).FirstOrDefault(),
        };
    }

    private static IEnumerable<Block> BlocksOf(PlanPart part, PlanTexts texts) => part switch
    {
        PlanPart.Phrase phrase => [texts.Phrase(phrase.Key, phrase.TopicId)],
        PlanPart.Answer answer => ShortAnswer(answer.Id, texts),
        PlanPart.More more => Sections(more.Id, texts),
        PlanPart.Page page => Page(page.Id, texts),
        PlanPart.Emergency danger when texts.Page(danger.PageId) is not null => Page(danger.PageId, texts),
        PlanPart.Emergency danger => [texts.Phrase("crisis.text"), .. texts.HotlinesFor(danger.Kind).SelectMany(texts.HotlineLine)],
        PlanPart.Said said => [new Block.Paragraph([new Inline.Text(said.Text)])],
        PlanPart.Preferences { IsLinked: true } chosen => [texts.Preferences(chosen), texts.Phrase("prefs.linked")],
        PlanPart.Preferences chosen => [texts.Preferences(chosen)],
        PlanPart.Code code => [new Block.Paragraph([new Inline.Code(code.Text)])],
        PlanPart.Hotline hotline => texts.HotlineLine(texts.Hotline(hotline.Id)),
        PlanPart.Hotlines => texts.AllHotlines().SelectMany(texts.HotlineLine),
        _ => throw new InvalidOperationException("A plan with a part that this version does not know."),
    };

    private static IEnumerable<Block> ShortAnswer(string id, PlanTexts texts)
    {
        if (texts.Find(id) is not { } answer)
        {
            return [texts.Phrase("answer.gone"), .. texts.HotlineLine(texts.Hotline(null))];
        }

        if (texts.FindServed(id) is null)
        {
            return [texts.Phrase("answer.withheld", answer: id), .. texts.HotlineLine(texts.Hotline(answer.Hotline))];
        }

        return
        [
            .. OtherLanguageNote(answer, texts),
            .. texts.Resolve(answer.Short, answer.Language),
            texts.SourceLine(answer),
            .. texts.HotlineLine(texts.Hotline(answer.Hotline)),
        ];
    }

    private static IEnumerable<Block> Sections(string id, PlanTexts texts)
    {
        if (texts.FindServed(id) is not { Sections.Count: > 0 } answer)
        {
            return ShortAnswer(id, texts);
        }

        return
        [
            .. OtherLanguageNote(answer, texts),
            .. answer.Sections.SelectMany(section => texts.Section(section, answer.Language)),
            texts.SourceLine(answer),
            .. texts.HotlineLine(texts.Hotline(answer.Hotline)),
        ];
    }

    private static IEnumerable<Block> Page(string id, PlanTexts texts) => texts.Page(id) is { } page
        ? [
            texts.Title(page.Title),
            .. texts.Resolve(page.Short, page.Language),
            .. page.Sections.SelectMany(section => texts.Section(section, page.Language)),
            .. page.Hotlines.Where(texts.IsVerified).SelectMany(hotline => texts.HotlineLine(texts.Hotline(hotline))),
        ]
        : [texts.Phrase("page.gone"), .. texts.AllHotlines().SelectMany(texts.HotlineLine)];

    private static IEnumerable<Block> OtherLanguageNote(Answer answer, PlanTexts texts) =>
        answer.Language == texts.Language ? [] : [texts.Phrase("answer.other-language")];

    private static string TitleOf(PlanButton button, PlanTexts texts) => button.Phrase is { } key
        ? ButtonValue.Parse(button.Value) is ButtonValue.Preference { Detail: { } detail } ? texts.Choice(key, detail) : texts.Text(key)
        : ButtonValue.Parse(button.Value) switch
        {
            ButtonValue.Answer answer => texts.Find(answer.Id)?.Question ?? texts.Text("button.menu"),
            ButtonValue.Topic topic => texts.Topic(topic.Id)?.Name.In(texts.Language) ?? texts.Text("button.menu"),
            _ => texts.Text("button.menu"),
        };

    /// <summary>Replies of one version of the content on one day, by recipe. They hold nothing of anyone.</summary>
    private sealed class Edition(ContentSnapshot content, DateOnly day)
    {
        public ContentSnapshot Content { get; } = content;
        public DateOnly Day { get; } = day;
        public ConcurrentDictionary<string, Reply> Replies { get; } = new(StringComparer.Ordinal);
    }
}
