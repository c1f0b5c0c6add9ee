namespace Outreach.Content.Search.Unanswered;

/// <summary>Reads a wording as the search would: slips mended, abbreviations spelt out, one word for those that mean the same, marks thought away.</summary>
/// <remarks>The search itself knows the words of the content alone; what nobody could answer is often about others, so these get numbers too.</remarks>
internal sealed class WordingReader(IndexTables tables)
{
    /// <summary>What two neighbours add beside their words.</summary>
    private const float PairShare = 0.5f;

    private readonly QueryReader _reader = new(tables);
    private readonly QueryPlan _plan = new();
    private readonly List<(int Number, float Weight)> _words = [];
    private readonly Dictionary<int, float> _terms = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<(int, int), int> _pairs = [];
    private int _before = -1;

    public IReadOnlyCollection<Term> Read(string text)
    {
        _plan.Clear();
        _words.Clear();
        _terms.Clear();
        _before = -1;
        _reader.Read(text, _plan);
        var typed = _plan.Typed;
        for (var at = 0; at < typed.Count;)
        {
            at += Take(typed, at);
        }

        for (var i = 0; i < _words.Count; i++)
        {
            Weigh(_words[i].Number, _words[i].Weight);
            if (i > 0)
            {
                Weigh(NumberOf(_words[i - 1].Number, _words[i].Number), PairShare * MathF.Sqrt(_words[i - 1].Weight * _words[i].Weight));
            }
        }

        return [.. _terms.Select(term => new Term(term.Key, term.Value))];
    }

    /// <returns>How many typed words were taken.</returns>
    private int Take(List<Syllable> typed, int at)
    {
        if (tables.Expansions.Expansion(typed, at) is { } abbreviation)
        {
            foreach (var word in Meant(typed, at, abbreviation))
            {
                Add(word);
            }

            return abbreviation.Length;
        }

        if (tables.Expansions.Equivalent(typed, at) is { } equivalent)
        {
            // Whichever of the group was typed, the same one stands for all.
            var own = typed.GetRange(at, equivalent.Length).ToArray();
            foreach (var word in equivalent.Meanings.Append(own).MinBy(Folded, StringComparer.Ordinal)!)
            {
                Add(word);
            }

            return equivalent.Length;
        }

        Add(typed[at]);
        return 1;
    }

    /// <summary>Of several meanings the one that stands beside its neighbours in the content; else the likeliest.</summary>
    private Syllable[] Meant(List<Syllable> typed, int at, Expansions.Match match)
    {
        if (match.Meanings.Length == 1)
        {
            return match.Meanings[0];
        }

        var before = at > 0 ? tables.Vocabulary.Find(typed[at - 1].Folded) : -1;
        var after = at + match.Length < typed.Count ? tables.Vocabulary.Find(typed[at + match.Length].Folded) : -1;
        return match.Meanings.MaxBy(meaning => meaning.Length == 0 ? 0
            : Together(before, tables.Vocabulary.Find(meaning[0].Folded)) + Together(tables.Vocabulary.Find(meaning[^1].Folded), after))!;
    }

    private int Together(int first, int second) =>
        tables.Vocabulary.FindPair(first, second) is var pair and >= 0 ? tables.Pairs.Count(pair) : 0;

    private void Add(Syllable word)
    {
        var told = StopWords.Weight(word);
        if (told <= StopWords.Particle)
        {
            return;
        }

        var id = tables.Vocabulary.Find(word.Folded);
        var rarity = id >= 0 ? tables.Phrasings.Idf[id] * News(_before, id) : tables.Phrasings.UnknownIdf;
        _before = id;
        if (!_numbers.TryGetValue(word.Folded, out var number))
        {
            _numbers[word.Folded] = number = _numbers.Count + _pairs.Count;
        }

        _words.Add((number, told * rarity));
    }

    /// <summary>How little a word is foreseen from the one before: of "bảo hiểm xã hội" the last three say next to nothing new.</summary>
    /// <remarks>Else three questions about as many kinds of it would be alike for their name alone.</remarks>
    private float News(int before, int word) =>
        before < 0 ? 1 : 1 - ((float)Together(before, word) / Math.Max(1, tables.Words.Count(before)));

    private int NumberOf(int first, int second)
    {
        if (!_pairs.TryGetValue((first, second), out var number))
        {
            _pairs[(first, second)] = number = _numbers.Count + _pairs.Count;
        }

        return number;
    }

    private void Weigh(int term, float weight) => _terms[term] = MathF.Max(weight, _terms.GetValueOrDefault(term));

    private static string Folded(Syllable[] words) => string.Join(' ', words.Select(word => word.Folded));
}
