using System.Text;
using Outreach.Content.Search;

namespace Outreach.Content.Crisis;

/// <summary>The marks of a word, compared as people type them in a hurry.</summary>
internal readonly struct CrisisSpelling
{
    private readonly string? _letters;
    private readonly char _tone;

    public CrisisSpelling(Syllable word)
    {
        if (!word.HasMarks)
        {
            return;
        }

        var letters = new StringBuilder(word.Folded.Length);
        foreach (var c in word.Marked.Normalize(NormalizationForm.FormD))
        {
            if (Tones.IsTone(c))
            {
                // Half the country says hỏi and ngã alike, and writes them so.
                _tone = c == Tones.Tilde ? Tones.Hook : c;
            }
            else if (c is >= '\u0300' and <= '\u036F' && letters.Length > 0)
            {
                letters[^1] = Tones.WithQuality(letters[^1], c);
            }
            else
            {
                letters.Append(c == 'đ' ? 'd' : c);
            }
        }

        _letters = letters.ToString();
    }

    /// <summary>Typed without marks it may be any word of these letters. What marks it has must be the word's; some may be missing ("đanh", "nũa").</summary>
    /// <param name="strict">Without marks it is no word that has them.</param>
    public bool Fits(CrisisSpelling wanted, bool strict)
    {
        if (_letters is null)
        {
            return !strict || wanted._letters is null;
        }

        if (wanted._letters is null || (_tone != '\0' && _tone != wanted._tone))
        {
            return _tone == '\0' && IsPlain(_letters);
        }

        for (var i = 0; i < _letters.Length && i < wanted._letters.Length; i++)
        {
            if (_letters[i] != wanted._letters[i] && _letters[i] >= 128)
            {
                return false;
            }
        }

        return _letters.Length == wanted._letters.Length;
    }

    /// <summary>Its only mark was the bar of đ, which people leave out or put in.</summary>
    private static bool IsPlain(string letters) => letters.All(c => c < 128);
}
