using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Content.Crisis;

/// <summary>How somebody in danger is known: by the phrases of <c>crisis.yml</c> and what <c>crisis-examples.yml</c> teaches. Immutable.</summary>
public sealed class CrisisWords
{
    /// <summary>From this chance on a message counts as telling of danger. Lower rings more often for nothing than it hears another danger.</summary>
    private const float Alarm = 0.6f;

    private readonly Dictionary<string, int> _vocabulary = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List<CrisisPhrase>> _byFirst = [];
    private readonly IReadOnlyList<string> _ordinary;
    private readonly SynonymTable _synonyms;
    private readonly CrisisReader _reader;
    private readonly DangerModel? _model;

    internal CrisisWords(IReadOnlyList<CrisisEntry> entries, CrisisExamples examples, IReadOnlyList<string> ordinary, SynonymTable synonyms)
    {
        (Entries, Examples, _ordinary, _synonyms, _reader) = (entries, examples, ordinary, synonyms, new CrisisReader(synonyms));
        Kinds = [.. entries.Select(e => e.Kind)];
        _model = examples.Dangers.Count > 0 && Kinds.Count > 0 ? new DangerModel(examples, ordinary, Kinds, _reader) : null;
        foreach (var entry in entries)
        {
            Add(entry.Phrases, entry.Kind, excludes: false);
            Add(entry.Exclusions, entry.Kind, excludes: true);
        }
    }

    /// <summary>Knows no danger.</summary>
    public static CrisisWords None { get; } = new([], CrisisExamples.None, [], SynonymTable.Empty);

    /// <summary>The dangers with words, in the file's order.</summary>
    public IReadOnlyList<CrisisKind> Kinds { get; }

    internal IReadOnlyList<CrisisEntry> Entries { get; }

    internal CrisisExamples Examples { get; }

    /// <summary>These where they were made of the same, else new ones: an edit of an answer leaves them as they are.</summary>
    internal CrisisWords For(IReadOnlyList<CrisisEntry> entries, CrisisExamples examples, IReadOnlyList<string> ordinary, SynonymTable synonyms) =>
        synonyms.SameAs(_synonyms) && ordinary.SequenceEqual(_ordinary) && examples.SameAs(Examples)
            && entries.Count == Entries.Count && entries.Zip(Entries).All(pair => pair.First.SameAs(pair.Second))
            ? this
            : new CrisisWords(entries, examples, ordinary, synonyms);

    /// <summary>The danger a message speaks of, or null. Of several the one with the longest phrase, then the one the file names first.</summary>
    public CrisisKind? Find(string text) => Find(text, out _);

    /// <param name="language">Of the phrase that told it: <c>vi</c> when it is written with marks, else <c>en</c>.</param>
    public CrisisKind? Find(string text, out string language)
    {
        language = Languages.Vietnamese;
        if (FindPhrase(text, ref language) is { } said)
        {
            return said;
        }

        if (_model?.Read(text) is not { Chance: > Alarm } told)
        {
            return null;
        }

        language = LanguageGuess.Of(text) ?? Languages.Vietnamese;
        return told.Kind;
    }

    private CrisisKind? FindPhrase(string text, ref string language)
    {
        CrisisKind? best = null;
        var length = 0;
        foreach (var reading in _reader.Read(text))
        {
            foreach (var found in FindIn(new CrisisText(reading, word => _vocabulary.GetValueOrDefault(word, -1))))
            {
                var longer = found.Length > length || (found.Length == length && Rank(found.Phrase.Kind) < Rank(best));
                (best, length, language) = longer ? (found.Phrase.Kind, found.Length, found.Phrase.Language) : (best, length, language);
            }
        }

        return best;
    }

    private List<Match> FindIn(CrisisText words)
    {
        List<Match> found = [], excluded = [];
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var phrase in _byFirst.GetValueOrDefault(words.Ids[at]) ?? [])
            {
                if (phrase.Find(words, at) is { } runs)
                {
                    (phrase.Excludes ? excluded : found).Add(new Match(phrase, runs));
                }
            }
        }

        found.RemoveAll(f => excluded.Exists(e => e.Phrase.Kind == f.Phrase.Kind && e.Covers(f)));
        return found;
    }

    private int Rank(CrisisKind? kind) => kind is null ? int.MaxValue : Kinds.TakeWhile(k => k != kind).Count();

    private void Add(IReadOnlyList<string> phrases, CrisisKind kind, bool excludes)
    {
        foreach (var parts in phrases.Select(PhraseReader.Read).Where(p => p.Count > 0))
        {
            var places = parts.Select(p => new CrisisPlace(p.Gap, [.. p.Choices.Select(c => new CrisisText(c.Words, Number, c.Strict))]));
            var phrase = new CrisisPhrase([.. places], kind, excludes);
            foreach (var first in phrase.Firsts)
            {
                if (!_byFirst.TryGetValue(first, out var sameFirst))
                {
                    _byFirst[first] = sameFirst = [];
                }

                sameFirst.Add(phrase);
            }
        }
    }

    private int Number(string word)
    {
        _vocabulary.TryAdd(word, _vocabulary.Count);
        return _vocabulary[word];
    }

    private readonly record struct Match(CrisisPhrase Phrase, IReadOnlyList<CrisisPhrase.Stretch> Runs)
    {
        /// <summary>Words of its own, without those in the gaps.</summary>
        public int Length => Runs.Sum(r => r.End - r.Start);

        private CrisisPhrase.Stretch Whole => new(Runs[0].Start, Runs[^1].End);

        /// <summary>It is said in a longer phrase, or one of its runs is: "đánh bài" takes the blow out of "chồng … đánh".</summary>
        public bool Covers(Match other)
        {
            var whole = Whole;
            return other.Runs.Any(whole.Holds);
        }
    }
}
