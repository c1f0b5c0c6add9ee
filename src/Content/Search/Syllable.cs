namespace Outreach.Content.Search;

/// <summary>One word of a text, between blanks: in Vietnamese a syllable, in English a word.</summary>
/// <param name="Marked">Lower case, NFC, the tone where the old style puts it (hòa, thủy): one form however it was typed.</param>
/// <param name="Folded">The same without marks, <c>đ</c> as <c>d</c>.</param>
public readonly record struct Syllable(string Marked, string Folded)
{
    /// <summary>Whether it carries a mark, so that its writer meant this word and not another with the same letters.</summary>
    public bool HasMarks => !string.Equals(Marked, Folded, StringComparison.Ordinal);
}
