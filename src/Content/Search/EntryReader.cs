namespace Outreach.Content.Search;

/// <summary>Reads the texts of entries into word numbers, abbreviations spelt out. What an abbreviation may also mean is kept apart.</summary>
internal sealed class EntryReader(Vocabulary vocabulary, Expansions expansions)
{
    private readonly List<Syllable> _typed = [];
    private readonly List<Syllable> _spelt = [];
    private readonly WordCutter _cutter = new();

    private int _wellWritten;

    public Phrase Read(string text)
    {
        _typed.Clear();
        _cutter.Cut(text, _typed);
        return Number();
    }

    /// <summary>From now on the words read so far are those that <see cref="ReadTyped"/> mends by.</summary>
    public void KeepWords() => _wellWritten = vocabulary.Words;

    /// <summary>Reads what is written as people type: keys of Telex and VNI that stayed are read as the word they were meant for.</summary>
    public Phrase ReadTyped(string text)
    {
        _typed.Clear();
        _cutter.Cut(text, _typed);
        for (var i = 0; i < _typed.Count; i++)
        {
            if (!IsWellWritten(_typed[i].Folded) && !expansions.Knows(_typed[i].Folded)
                && TypingLeftovers.Decode(_typed[i].Marked) is { } meant && IsWellWritten(meant.Folded))
            {
                _typed[i] = meant;
            }
        }

        return Number();
    }

    private bool IsWellWritten(string folded) => vocabulary.Find(folded) is >= 0 and var id && id < _wellWritten;

    private Phrase Number()
    {
        var words = new List<Word>(_typed.Count);
        var also = new List<Word[]>();
        for (var at = 0; at < _typed.Count;)
        {
            if (expansions.Expansion(_typed, at) is not { Surely: true } match)
            {
                words.Add(Number(_typed[at++]));
                continue;
            }

            // The letters may be a word too ("bao h", "to"): only what cannot be one is replaced for good.
            var kept = match.Length > 1 || VietnameseSpelling.IsPossible(_typed[at].Folded);
            if (kept)
            {
                words.AddRange(_typed.Skip(at).Take(match.Length).Select(Number));
            }

            for (var i = 0; i < match.Meanings.Length; i++)
            {
                if (kept && IsTyped(match.Meanings[i], at, match.Length))
                {
                    continue;   // "ly hôn" stands for itself, so that no part of it stands for something else
                }

                Word[] meaning = [.. match.Meanings[i].Select(Number)];
                if (i == 0 && !kept)
                {
                    words.AddRange(meaning);
                }
                else
                {
                    also.Add(meaning);
                }
            }

            at += match.Length;
        }

        expansions.SpellOut(_typed, _spelt);
        return new Phrase([.. words], [.. also], [.. _spelt.Select(s => Number(s).Id)]);
    }

    private bool IsTyped(Syllable[] meaning, int at, int length) =>
        meaning.Length == length && meaning.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_typed).Slice(at, length));

    private Word Number(Syllable syllable)
    {
        var id = vocabulary.Add(syllable, out var marked);
        return new Word(id, marked);
    }
}

/// <param name="Id">Number of the word without marks.</param>
/// <param name="Marked">Number of the word with its marks; -1 when it has none.</param>
internal readonly record struct Word(int Id, int Marked);

/// <param name="Words">The text in order.</param>
/// <param name="Also">Other meanings of its abbreviations.</param>
/// <param name="Likeliest">The text with each abbreviation as what it stands for mostly.</param>
internal readonly record struct Phrase(Word[] Words, Word[][] Also, int[] Likeliest);
