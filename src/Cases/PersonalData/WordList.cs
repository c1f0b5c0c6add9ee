namespace Outreach.Cases.PersonalData;

/// <summary>A list of words, known with their marks and, where asked, without.</summary>
internal sealed class WordList
{
    private readonly HashSet<string> _marked;
    private readonly HashSet<string> _plain;

    public WordList(params string[] words)
    {
        _marked = new HashSet<string>(words.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(Letters.Settled), StringComparer.Ordinal);
        _plain = new HashSet<string>(_marked.Select(Letters.Plain), StringComparer.Ordinal);
    }

    /// <summary>As listed; a word typed wholly without marks is also known by its letters.</summary>
    public bool Has(in Token token) => _marked.Contains(token.Lower) || token.Lower == token.Plain && _plain.Contains(token.Plain);

    /// <summary>By its letters alone, whatever marks it has.</summary>
    public bool HasLetters(in Token token) => _plain.Contains(token.Plain);

    /// <summary>With the very marks listed.</summary>
    public bool HasExactly(in Token token) => _marked.Contains(token.Lower);
}
