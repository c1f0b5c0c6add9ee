using System.Collections.Frozen;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Crisis;
using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Content.Loading;

/// <summary>Puts a snapshot together: what compiled, and the last good version of each file that did not.</summary>
internal sealed class SnapshotBuilder(CompiledContent compiled, ContentSnapshot previous)
{
    /// <summary>So many are enough to learn what is ordinary, and the examples are not drowned in them.</summary>
    private const int EveryOrdinary = 2;

    private readonly ContentParts _parts = compiled.Parts;
    private readonly IReadOnlyDictionary<string, Hotline> _hotlines = compiled.Parts.VerifiedHotlines();

    public ContentSnapshot Build()
    {
        var synonyms = _parts.Synonyms is { } read && compiled.IsGood(SynonymsFile.Name) ? read : Kept(SynonymsFile.Name, previous.Synonyms, SynonymTable.Empty);
        var calendar = _parts.Calendar is { } days && compiled.IsGood(CalendarFile.Name) ? days
            : Kept(CalendarFile.Name, new CalendarPart(previous.Months, previous.Events), new CalendarPart([], []));
        var answers = Languages.All.ToDictionary(l => l, Answers, StringComparer.Ordinal);
        var figures = _parts.Figures.With(previous.Figures, answers.Values.SelectMany(a => a.Values).SelectMany(a => a.Figures));
        var organisation = previous.Organisation;
        // Beside the languages: each learns from thousands of texts.
        var crisis = Task.Run(() => Crisis(answers.Values.SelectMany(a => a.Values), synonyms));
        return new ContentSnapshot
        {
            Version = compiled.Version,
            Organisation = organisation,
            Synonyms = synonyms,
            Topics = _parts.Topics,
            Hotlines = _hotlines,
            Partners = Partners(),
            Figures = figures,
            Months = calendar.Months,
            Events = calendar.Events,
            Holidays = _parts.Holidays is { } holidays && compiled.IsGood(HolidaysFile.Name) ? holidays : Kept(HolidaysFile.Name, previous.Holidays, HolidayTable.Empty),
            Provinces = _parts.Provinces is { } provinces && compiled.IsGood(ProvincesFile.Name) ? provinces : Kept(ProvincesFile.Name, previous.Provinces, ProvinceTable.Empty),
            Languages = Languages.All.AsParallel().AsOrdered().Select(l => Local(l, answers[l], figures, synonyms)).AsSequential()
                .ToFrozenDictionary(local => local.Language, StringComparer.Ordinal),
            Crisis = crisis.GetAwaiter().GetResult(),
            Issues = compiled.Issues,
        };
    }

    /// <summary>The old part where its file is there and broken; nothing where the file is gone.</summary>
    private T Kept<T>(string file, T old, T nothing) => compiled.IsGood(file) ? nothing : old;

    /// <summary>A list or examples that are gone are a warning, and still nobody in danger may go unheard for it.</summary>
    private CrisisWords Crisis(IEnumerable<Answer> answers, SynonymTable synonyms)
    {
        var examples = _parts.CrisisExamples is { } read && compiled.IsGood(CrisisExamplesFile.Name) ? read : previous.Crisis.Examples;
        var ordinary = answers.Where(a => !examples.NotOrdinary.Contains(a.Id)).SelectMany(a => a.Variants.Prepend(a.Question));
        return previous.Crisis.For(_parts.Crisis ?? previous.Crisis.Entries, examples, [.. ordinary.Where((_, number) => number % EveryOrdinary == 0)], synonyms);
    }

    private LocalContent Local(string language, OrderedDictionary<string, Answer> answers, FigureTable figures, SynonymTable synonyms)
    {
        var resolver = new BlockResolver(figures, _hotlines, previous.Organisation, language, _parts.Day);
        var topics = _parts.Topics.ToDictionary(t => t.Id, t => t.Name.In(language), StringComparer.Ordinal);
        return new LocalContent
        {
            Language = language,
            Answers = answers,
            Pages = Pages(language, forStaff: false),
            StaffPages = Pages(language, forStaff: true),
            Replies = Replies(language),
            Campaigns = Campaigns(language),
            Phrases = Phrases(language),
            Search = previous.In(language).Search.For([.. answers.Values.Select(a => Entry(a, topics.GetValueOrDefault(a.Topic, ""), resolver))], synonyms),
        };
    }

    private OrderedDictionary<string, Answer> Answers(string language)
    {
        var order = _parts.Topics.Select((t, i) => (t.Id, i)).ToDictionary(t => t.Id, t => t.i, StringComparer.Ordinal);
        var kept = Broken(language, ContentPath.Folder.Answers)
            .Select(name => previous.In(language).Answers.GetValueOrDefault(name))
            .OfType<Answer>()
            .Where(a => _hotlines.ContainsKey(a.Hotline) && order.ContainsKey(a.Topic));
        return Ordered(Good(language).Select(t => t.Answer).OfType<Answer>().Concat(kept)
            .OrderBy(a => order.GetValueOrDefault(a.Topic, int.MaxValue)).ThenBy(a => a.Id, StringComparer.Ordinal), a => a.Id);
    }

    private OrderedDictionary<string, Page> Pages(string language, bool forStaff)
    {
        var before = previous.In(language);
        var kept = Broken(language, ContentPath.Folder.Pages)
            .Select(name => (forStaff ? before.StaffPages : before.Pages).GetValueOrDefault(name)).OfType<Page>();
        return Ordered(Good(language).Select(t => t.Page).OfType<Page>().Where(p => p.ForStaff == forStaff).Concat(kept).OrderBy(p => p.Id, StringComparer.Ordinal), p => p.Id);
    }

    private OrderedDictionary<string, Campaign> Campaigns(string language)
    {
        var kept = Broken(language, ContentPath.Folder.Campaigns).Select(name => previous.In(language).Campaigns.GetValueOrDefault(name)).OfType<Campaign>();
        return Ordered(Good(language).Select(t => t.Campaign).OfType<Campaign>().Concat(kept).OrderBy(c => c.Month).ThenBy(c => c.Id, StringComparer.Ordinal), c => c.Id);
    }

    private IReadOnlyDictionary<string, Partner> Partners() => _parts.Partners is { } partners && compiled.IsGood(PartnersFile.Name)
        ? Ordered(partners.Where(p => p.Verified is not null), p => p.Id)
        : Kept(PartnersFile.Name, previous.Partners, new OrderedDictionary<string, Partner>());

    private IReadOnlyDictionary<string, CannedReply> Replies(string language) =>
        _parts.Replies.TryGetValue(language, out var read) && compiled.IsGood(RepliesFile.PathIn(language))
            ? Ordered(read.Values.Select(r => r.Reply), r => r.Id)
            : Kept(RepliesFile.PathIn(language), previous.In(language).Replies, new OrderedDictionary<string, CannedReply>());

    private Phrases Phrases(string language)
    {
        if (!_parts.Phrases.TryGetValue(language, out var read) || !compiled.IsGood(PhrasesFile.PathIn(language)))
        {
            return previous.In(language).Phrases;
        }

        return new Phrases(language, read.Select(p =>
            KeyValuePair.Create(p.Key, p.Value.Text.Replace(BlockResolver.Organisation, previous.Organisation, StringComparison.Ordinal))));
    }

    private IEnumerable<ContentText> Good(string language) =>
        _parts.Texts.Where(t => t.Path.Language == language && compiled.IsGood(t.Path.File));

    /// <summary>The names of files that are there and have an error.</summary>
    private IEnumerable<string> Broken(string language, ContentPath.Folder kind) =>
        _parts.Files.Paths.Where(p => !compiled.IsGood(p)).Select(ContentPath.Of).OfType<ContentPath>()
            .Where(p => p.Language == language && p.Kind == kind).Select(p => p.Name);

    private static SearchEntry Entry(Answer answer, string topic, BlockResolver resolver) => new()
    {
        Id = answer.Id,
        Question = answer.Question,
        Variants = answer.Variants,
        Title = string.Join('\n', answer.Sections.Select(s => s.Title).Append(topic)),
        Body = string.Join("\n\n", answer.Sections.Select(s => PlainText.Of(resolver.Resolve(s.Blocks))).Prepend(PlainText.Of(resolver.Resolve(answer.Short)))),
    };

    private static OrderedDictionary<string, T> Ordered<T>(IEnumerable<T> items, Func<T, string> id)
    {
        var ordered = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            // The same id twice is an error of the second file, which the first survives.
            ordered.TryAdd(id(item), item);
        }

        return ordered;
    }
}
