using System.Globalization;
using System.Text;
using Outreach.Content.Shared;

namespace Outreach.Content.Crisis;

/// <summary>The words by which somebody in danger is known, from <c>crisis.yml</c>. Immutable; one pass over the text.</summary>
public sealed class CrisisWords
{
    private readonly Dictionary<string, List<Pattern>> _byFirst = new(StringComparer.Ordinal);
    private readonly SynonymTable _synonyms;

    internal CrisisWords(IReadOnlyList<CrisisEntry> entries, SynonymTable synonyms)
    {
        _synonyms = synonyms;
        Kinds = [.. entries.Select(e => e.Kind)];
        Entries = entries;
        foreach (var (entry, priority) in entries.Select((e, i) => (e, i)))
        {
            Add(entry.Phrases, entry.Kind, priority);
            Add(entry.Exclusions, null, priority);
        }
    }

    public static CrisisWords None { get; } = new([], SynonymTable.Empty);

    /// <summary>The dangers with words, in the file's order.</summary>
    public IReadOnlyList<CrisisKind> Kinds { get; }

    internal IReadOnlyList<CrisisEntry> Entries { get; }

    /// <summary>The danger a message speaks of, or null. With words of several dangers in it the one the file names first.</summary>
    public CrisisKind? Find(string text)
    {
        var words = Split(text);
        var found = new List<(int From, int To, Pattern Pattern)>();
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var pattern in _byFirst.GetValueOrDefault(words[i].Folded) ?? [])
            {
                if (pattern.Matches(words, i))
                {
                    found.Add((i, i + pattern.Words.Count, pattern));
                }
            }
        }

        return found
            .Where(f => f.Pattern.Kind is not null && !found.Exists(e => e.Pattern.Kind is null && e.From <= f.From && e.To >= f.To))
            .OrderBy(f => f.Pattern.Priority)
            .Select(f => f.Pattern.Kind)
            .FirstOrDefault();
    }

    /// <summary>The same words with other synonyms.</summary>
    internal CrisisWords With(SynonymTable synonyms) => ReferenceEquals(synonyms, _synonyms) ? this : new(Entries, synonyms);

    private void Add(IReadOnlyList<string> phrases, CrisisKind? kind, int priority)
    {
        foreach (var words in phrases.Select(Split).Where(w => w.Count > 0))
        {
            if (!_byFirst.TryGetValue(words[0].Folded, out var patterns))
            {
                _byFirst[words[0].Folded] = patterns = [];
            }

            patterns.Add(new Pattern(words, kind, priority));
        }
    }

    private static List<Word> Split(string text)
    {
        var words = new List<Word>();
        var word = new StringBuilder();
        foreach (var c in text.Normalize(NormalizationForm.FormC).ToLowerInvariant().Append(' '))
        {
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                words.Add(new Word(word.ToString(), Fold(word.ToString())));
                word.Clear();
            }
        }

        return words;
    }

    private static string Fold(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => c == 'đ' ? 'd' : c));

    private readonly record struct Word(string Marked, string Folded)
    {
        public bool HasMarks => Marked != Folded;
    }

    private sealed record Pattern(IReadOnlyList<Word> Words, CrisisKind? Kind, int Priority)
    {
        /// <summary>A word written with marks must be that very word; one without may be any of its readings.</summary>
        public bool Matches(List<Word> words, int at)
        {
            if (at + Words.Count > words.Count)
            {
                return false;
            }

            for (var i = 0; i < Words.Count; i++)
            {
                var (mine, theirs) = (Words[i], words[at + i]);
                if (theirs.HasMarks ? mine.Marked != theirs.Marked : mine.Folded != theirs.Folded)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
