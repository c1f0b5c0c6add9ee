using System.Text;

namespace Outreach.Cases.PersonalData;

/// <summary>A text cut into tokens, and what was found in it so far.</summary>
internal sealed class Reading
{
    private static readonly Token None = new(0, 0, TokenKind.Sign, "", "", false);

    private readonly List<Token> _tokens = [];
    private readonly List<PersonalSpan> _found = [];
    private readonly bool[] _taken;

    public Reading(string text)
    {
        Text = text;
        Cut();
        LowerShouting();
        _taken = new bool[_tokens.Count];
        var words = _tokens.Where(token => token.Kind == TokenKind.Word).ToList();
        WritesMarks = words.Count(token => token.Lower != token.Plain) > words.Count * 0.3;
        IsEnglish = !WritesMarks && words.Count(token => NameWords.EnglishSmall.HasExactly(token)) is var english && english >= 2 && english >= words.Count * 0.12
            && words.Exists(token => NameWords.EnglishSmall.HasExactly(token) && !Syllables.IsVietnamese(token.Plain));
        WritesCapitals = _tokens.Where((token, i) => token.Kind == TokenKind.Word && StartsSentence(i)).Take(3).Any(token => token.Capital)
            && (WritesMarks || _tokens.Where((token, i) => token.Capital && token.Length > 1 && !StartsSentence(i)).Any());
    }

    public string Text { get; }

    /// <summary>Whether the writer writes English: there a name has no marks, and an ordinary word amid a sentence has no capital.</summary>
    public bool IsEnglish { get; }

    public int Count => _tokens.Count;

    /// <summary>Whether the writer begins sentences with capitals; then a name in small letters is less likely.</summary>
    public bool WritesCapitals { get; }

    /// <summary>Whether a good part of the words have marks; then a word without them has none.</summary>
    public bool WritesMarks { get; }

    /// <summary>An empty sign where there is no such token.</summary>
    public Token this[int index] => index >= 0 && index < _tokens.Count ? _tokens[index] : None;

    public bool IsFree(int index) => index >= 0 && index < _tokens.Count && !_taken[index];

    public bool IsWord(int index) => IsFree(index) && _tokens[index].Kind == TokenKind.Word;

    public bool IsCapital(int index) => IsWord(index) && _tokens[index].Capital;

    public bool Is(int index, char sign) => this[index] is { Kind: TokenKind.Sign } token && token.Length == 1 && Text[token.Start] == sign;

    /// <summary>Nothing between this token and the one before.</summary>
    public bool Glued(int index) => index > 0 && index < _tokens.Count && _tokens[index - 1].End == _tokens[index].Start;

    /// <summary>Nothing but blanks of one line between this token and the one before.</summary>
    public bool SameLine(int index) => index > 0 && index < _tokens.Count && !Gap(index).Contains('\n');

    public ReadOnlySpan<char> Gap(int index) => Text.AsSpan(_tokens[index - 1].End, _tokens[index].Start - _tokens[index - 1].End);

    public bool StartsSentence(int index) =>
        index == 0 || !SameLine(index) || this[index - 1] is { Kind: TokenKind.Sign } before && ".!?…\"“:".Contains(Text[before.Start], StringComparison.Ordinal);

    public bool EndsClause(int index) => index >= Count || this[index].Kind == TokenKind.Sign || !SameLine(index);

    /// <summary>Marks the tokens from <paramref name="first"/> to <paramref name="last"/> as one find.</summary>
    public void Take(int first, int last, PersonalKind kind) => Take(_tokens[first].Start, _tokens[last].End, kind, first);

    /// <summary>Marks a stretch of characters as one find; leaves it when it touches an earlier one.</summary>
    public void Take(int start, int end, PersonalKind kind, int near = 0)
    {
        var first = near;
        while (first < Count && _tokens[first].End <= start)
        {
            first++;
        }

        var last = first;
        while (last < Count && _tokens[last].Start < end)
        {
            if (_taken[last++])
            {
                return;
            }
        }

        Array.Fill(_taken, true, first, last - first);
        _found.Add(new PersonalSpan(start, end - start, kind));
    }

    public IReadOnlyList<PersonalSpan> Spans() => [.. _found.OrderBy(span => span.Start)];

    /// <summary>Where nearly every word has a capital, capitals tell nothing.</summary>
    private void LowerShouting()
    {
        var words = _tokens.Count(token => token.Kind == TokenKind.Word);
        var loud = _tokens.Count(token => token.Capital && token.Length > 1 && char.IsUpper(Text[token.Start + 1]));
        if (words >= 8 && (loud > words * 0.7 || _tokens.Count(token => token.Capital) > words * 0.85))
        {
            for (var i = 0; i < _tokens.Count; i++)
            {
                _tokens[i] = _tokens[i] with { Capital = false };
            }
        }
    }

    private void Cut()
    {
        for (var i = 0; i < Text.Length;)
        {
            var start = i;
            if (char.IsLetter(Text[i]))
            {
                i = EndOfWord(i);
                var word = Text[start..i];
                var lower = Letters.Settled((Letters.HasMark(word) ? word.Normalize(NormalizationForm.FormC) : word).ToLowerInvariant());
                _tokens.Add(new Token(start, i, TokenKind.Word, lower, Letters.Plain(lower), char.IsUpper(word[0])));
            }
            else if (char.IsDigit(Text[i]))
            {
                while (i < Text.Length && char.IsDigit(Text[i]))
                {
                    i++;
                }

                var digits = string.Create(i - start, (Text, start), static (to, from) =>
                {
                    for (var d = 0; d < to.Length; d++)
                    {
                        to[d] = (char)('0' + (int)char.GetNumericValue(from.Text[from.start + d]));
                    }
                });
                _tokens.Add(new Token(start, i, TokenKind.Digits, digits, digits, false));
            }
            else
            {
                i++;
                if (!char.IsWhiteSpace(Text[start]))
                {
                    _tokens.Add(new Token(start, i, TokenKind.Sign, "", "", false));
                }
            }
        }
    }

    private int EndOfWord(int i)
    {
        while (i < Text.Length && (char.IsLetter(Text[i]) || Letters.IsMark(Text[i])
            || Text[i] is '\'' or '’' && i + 1 < Text.Length && char.IsLetter(Text[i + 1])))
        {
            i++;
        }

        return i;
    }
}
