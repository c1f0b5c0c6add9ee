namespace Outreach.Content.Search;

/// <summary>The words beside one that is being mended.</summary>
internal readonly struct Neighbours(Syllable? before, Syllable? after, IndexTables tables)
{
    private readonly int _before = Telling(before, tables);
    private readonly int _after = Telling(after, tables);

    /// <summary>In how many entries the word stands beside one of them.</summary>
    public int Beside(int word) => Count(tables.Vocabulary.FindPair(_before, word)) + Count(tables.Vocabulary.FindPair(word, _after));

    public int Everywhere(int word) => tables.Words.Count(word);

    /// <summary>Grammar stands beside anything: that a word stands beside it says nothing.</summary>
    private static int Telling(Syllable? word, IndexTables tables) =>
        word is { } told && StopWords.Weight(told) >= 1 ? tables.Vocabulary.Find(told.Folded) : -1;

    private int Count(int pair) => pair < 0 ? 0 : tables.Pairs.Count(pair);
}

/// <summary>Keeps the best of several readings: beside its neighbours first, then by how often the content has it.</summary>
internal struct Choice(Neighbours near)
{
    private int _beside = -1;
    private int _everywhere = -1;

    public bool OnlyBesideNeighbour { get; init; }
    public string? Word { get; private set; }

    public void Offer(string word, int id)
    {
        if (id < 0)
        {
            return;
        }

        var (beside, everywhere) = (near.Beside(id), near.Everywhere(id));
        if ((OnlyBesideNeighbour && beside == 0) || beside < _beside || (beside == _beside && everywhere <= _everywhere))
        {
            return;
        }

        (Word, _beside, _everywhere) = (word, beside, everywhere);
    }
}
