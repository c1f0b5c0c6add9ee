using System.Text;

namespace Outreach.Content.Search;

/// <summary>Collects the letters of one word and puts its tone in one place.</summary>
internal sealed class SyllableBuilder
{
    private const int MaxLetters = 40;

    private readonly StringBuilder _letters = new();
    private char _tone;

    /// <summary>Whether only digits were taken so far: "2" of "2tr".</summary>
    public bool EndsInNumber => _letters.Length > 0 && char.IsAsciiDigit(_letters[0]);

    public void AddLetter(char c) => _letters.Append(c);

    public void AddDigit(char c) => _letters.Append(c);

    public void AddMark(char mark)
    {
        if (_letters.Length == 0)
        {
            return;   // a mark on nothing
        }

        if (Tones.IsTone(mark))
        {
            _tone = mark;
        }
        else
        {
            _letters[^1] = Tones.WithQuality(_letters[^1], mark);
        }
    }

    public void Flush(List<Syllable> into)
    {
        if (_letters.Length is > 0 and <= MaxLetters)
        {
            into.Add(Make(_letters.ToString(), _tone));
        }

        _letters.Clear();
        _tone = '\0';
    }

    /// <param name="letters">With â, ă, ê, ô, ơ, ư, đ, without tone.</param>
    /// <param name="tone">A combining tone mark, or NUL for none.</param>
    public static Syllable Make(string letters, char tone)
    {
        letters = OneSpelling(letters);
        return new Syllable(Tones.Place(letters, tone), Tones.Fold(letters));
    }

    /// <summary>Spellings that stand for one word: kỹ and kĩ, công ty and công ti; "uơ" before a letter is a slip for "ươ".</summary>
    private static string OneSpelling(string letters)
    {
        if (letters.Length >= 2 && letters[^1] == 'y' && (letters.Length == 2 || letters is "quy" or "khy" or "thy")
            && letters[0] is 'h' or 'k' or 'l' or 'm' or 's' or 't' or 'q')
        {
            return letters[..^1] + "i";
        }

        var slip = letters.IndexOf("uơ", StringComparison.Ordinal);
        return slip >= 0 && slip + 2 < letters.Length && !(slip > 0 && letters[slip - 1] == 'u') ? letters.Replace("uơ", "ươ", StringComparison.Ordinal) : letters;
    }
}
