using System.Text;

namespace Outreach.Content.Search;

/// <summary>The marks of Vietnamese letters: five tones, and the qualities of vowels.</summary>
internal static class Tones
{
    public const char Grave = '\u0300';
    public const char Acute = '\u0301';
    public const char Tilde = '\u0303';
    public const char Hook = '\u0309';
    public const char Dot = '\u0323';

    private const char Circumflex = '\u0302';
    private const char Breve = '\u0306';
    private const char Horn = '\u031B';

    public static bool IsTone(char mark) => mark is Grave or Acute or Tilde or Hook or Dot;

    public static bool IsVowel(char c) => "aeiouyâăêôơư".Contains(c);

    /// <summary>The letter with its quality, or unchanged where Vietnamese has none (ü, ç).</summary>
    public static char WithQuality(char letter, char mark) => (letter, mark) switch
    {
        ('a', Circumflex) => 'â',
        ('a', Breve) => 'ă',
        ('e', Circumflex) => 'ê',
        ('o', Circumflex) => 'ô',
        ('o', Horn) => 'ơ',
        ('u', Horn) => 'ư',
        _ => letter,
    };

    public static string Fold(string letters)
    {
        var plain = true;
        foreach (var c in letters)
        {
            plain &= c < 128;
        }

        return plain ? letters : string.Create(letters.Length, letters, (into, from) =>
        {
            for (var i = 0; i < from.Length; i++)
            {
                into[i] = FoldLetter(from[i]);
            }
        });
    }

    /// <summary>Puts the tone where the old style has it: on a vowel with a quality; else the first of two open vowels (hòa), the second
    /// of closed or three (hoàn, khuỷu).</summary>
    public static string Place(string letters, char tone)
    {
        if (tone == '\0')
        {
            return letters;
        }

        var at = Place(letters);
        return at < 0 ? letters : letters.Insert(at + 1, tone.ToString()).Normalize(NormalizationForm.FormC);
    }

    private static int Place(string letters)
    {
        for (var i = letters.Length - 1; i >= 0; i--)
        {
            if (letters[i] is 'â' or 'ă' or 'ê' or 'ô' or 'ơ' or 'ư' && !(letters[i] == 'ư' && i + 1 < letters.Length && letters[i + 1] == 'ơ'))
            {
                return i;
            }
        }

        var first = 0;
        while (first < letters.Length && !IsVowel(letters[first]))
        {
            first++;
        }

        if (first == letters.Length)
        {
            return -1;
        }

        // The u of qu and the i of gi are part of the consonant when a vowel follows.
        var glides = first > 0 && first + 1 < letters.Length && IsVowel(letters[first + 1])
            && ((letters[first - 1] == 'q' && letters[first] == 'u') || (letters[first - 1] == 'g' && letters[first] == 'i'));
        first += glides ? 1 : 0;
        var end = first;
        while (end < letters.Length && IsVowel(letters[end]))
        {
            end++;
        }

        return (end - first) switch
        {
            1 => first,
            2 => end < letters.Length ? first + 1 : first,
            _ => first + 1,
        };
    }

    private static char FoldLetter(char c) => c switch
    {
        'â' or 'ă' => 'a',
        'ê' => 'e',
        'ô' or 'ơ' => 'o',
        'ư' => 'u',
        'đ' => 'd',
        _ => c,
    };
}
