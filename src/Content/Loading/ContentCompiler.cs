using System.Text;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Outreach.Content.Markdown;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

/// <summary>From files to content and every fault in them. Pure: the same files and day give the same.</summary>
public static class ContentCompiler
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="files">The files of the content folder.</param>
    /// <param name="day">The day by which figures and terms are judged, in the organisation's zone.</param>
    public static CompiledContent Compile(ContentFiles files, DateOnly day)
    {
        var issues = new IssueList();
        issues.AddRange(files.Faults);
        var texts = Decode(files, issues);
        var references = new List<Reference>();
        var hotlines = Shared(HotlinesFile.Name, (source, text) => HotlinesFile.Read(source, text, references)) ?? [];
        var parts = new ContentParts
        {
            Day = day,
            Files = files,
            Topics = Shared(TopicsFile.Name, (source, text) => TopicsFile.Read(source, text, references)) ?? [],
            Hotlines = hotlines,
            Partners = Shared(PartnersFile.Name, (source, text) => PartnersFile.Read(source, text, hotlines, references)),
            Figures = Shared(FiguresFile.Name, FiguresFile.Read) ?? FigureTable.Empty,
            Crisis = Shared(CrisisFile.Name, (source, text) => CrisisFile.Read(source, text, references)),
            CrisisExamples = Shared(CrisisExamplesFile.Name, (source, text) => CrisisExamplesFile.Read(source, text, references)),
            Sources = Shared(SourcesFile.Name, SourcesFile.Read),
            Synonyms = Shared(SynonymsFile.Name, SynonymsFile.Read),
            Calendar = Shared(CalendarFile.Name, (source, text) => new CalendarPart(CalendarFile.Read(source, text))),
            Holidays = Shared(HolidaysFile.Name, (source, text) => HolidaysFile.Read(source, text, day)),
            Provinces = Shared(ProvincesFile.Name, ProvincesFile.Read),
            Phrases = ByLanguage(PhrasesFile.PathIn, PhrasesFile.Read),
            Replies = ByLanguage(RepliesFile.PathIn, (source, text) => RepliesFile.Read(source, text, references)),
            Texts = ReadAll(texts, issues),
            References = references,
        };
        new ContentRules(parts, issues).Check();
        return new CompiledContent(parts, issues);

        T? Shared<T>(string name, Func<YamlSource, string, T> read) where T : class =>
            texts.TryGetValue(name, out var text) ? read(new YamlSource(name, 0, issues), text) : null;

        Dictionary<string, T> ByLanguage<T>(Func<string, string> pathIn, Func<YamlSource, string, T> read) where T : class => Languages.All
            .Select(language => (Language: language, Read: Shared(pathIn(language), read)))
            .Where(r => r.Read is not null)
            .ToDictionary(r => r.Language, r => r.Read!, StringComparer.Ordinal);
    }

    /// <summary>On all processors: an editor waits for it, and so does whoever asks first after a start.</summary>
    private static List<ContentText> ReadAll(SortedDictionary<string, string> texts, IssueList issues)
    {
        var all = texts.Select(t => (Path: ContentPath.Of(t.Key), Text: t.Value)).Where(t => t.Path is not null).AsParallel().AsOrdered().Select(t =>
        {
            var own = new IssueList();
            return (Read: ReadMarkdown(t.Path!, t.Text, own), Issues: own);
        }).ToList();
        foreach (var one in all)
        {
            issues.AddRange(one.Issues.Ordered());
        }

        return [.. all.Select(one => one.Read).OfType<ContentText>()];
    }

    private static ContentText? ReadMarkdown(ContentPath path, string text, IssueList issues)
    {
        if (MarkdownReader.Read(path.File, text, issues) is not { FrontMatter: { } node } read
            || YamlMap.From(new YamlSource(path.File, read.LinesAbove, issues), node, "the front matter") is not { } front)
        {
            return null;
        }

        return path.Kind switch
        {
            ContentPath.Folder.Answers => AnswerFile.Read(path, read, front),
            ContentPath.Folder.Campaigns => CampaignFile.Read(path, read, front),
            _ => PageFile.Read(path, read, front),
        };
    }

    /// <summary>UTF-8 with or without a byte order mark, any line ends, composed.</summary>
    private static SortedDictionary<string, string> Decode(ContentFiles files, IssueList issues)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in files.Texts)
        {
            try
            {
                var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
                texts[path] = Nfc.Of(text.ReplaceLineEndings("\n"));
            }
            catch (DecoderFallbackException e)
            {
                var line = 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n');
                issues.Error(new Spot(path, line, 1), Codes.NotUtf8, "the file is not UTF-8", "Save it again as UTF-8 in your editor.");
            }
        }

        return texts;
    }
}
