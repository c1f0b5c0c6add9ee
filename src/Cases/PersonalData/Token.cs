namespace Outreach.Cases.PersonalData;

internal enum TokenKind
{
    Word,
    Digits,

    /// <summary>One character that is neither: punctuation, a symbol, half of an emoji.</summary>
    Sign,
}

/// <summary>A word, a run of digits or one sign. Letters and digits part even where nothing stands between: "4tr5" is three.</summary>
/// <param name="Lower">Lower case, composed.</param>
/// <param name="Plain">Lower case without marks.</param>
/// <param name="Capital">Its first letter is one.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, string Lower, string Plain, bool Capital)
{
    public int Length => End - Start;
}
