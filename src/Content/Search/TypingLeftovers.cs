namespace Outreach.Content.Search;

/// <summary>Reads the keys of Telex and VNI that stayed in a word because the keyboard was set otherwise: "dduwowcj", "hiem63".</summary>
internal static class TypingLeftovers
{
    /// <summary>The word meant, or null when the keys do not make a Vietnamese syllable or there were none.</summary>
    /// <param name="marked">As typed; a part may carry marks already ("nguyênj").</param>
    public static Syllable? Decode(string marked)
    {
        var text = marked.Normalize(System.Text.NormalizationForm.FormD);
        Span<char> letters = stackalloc char[text.Length];
        var keys = new Keys(letters);
        foreach (var c in text)
        {
            keys.Press(c);
        }

        if (!keys.Used || !keys.HasVowel)
        {
            return null;
        }

        var decoded = SyllableBuilder.Make(keys.Letters, keys.Tone);
        return VietnameseSpelling.IsPossible(decoded.Folded) ? decoded : null;
    }

    private ref struct Keys(Span<char> letters)
    {
        private readonly Span<char> _letters = letters;
        private int _count;

        public char Tone { get; private set; }
        public bool Used { get; private set; }
        public bool HasVowel { get; private set; }
        public readonly string Letters => new(_letters[.._count]);

        public void Press(char c)
        {
            if (Tones.IsTone(c))
            {
                Tone = c;
            }
            else if (c is >= '\u0300' and <= '\u036F')
            {
                _letters[_count - 1] = Tones.WithQuality(_letters[_count - 1], c);
            }
            else if (HasVowel && ToneOf(c) is { } tone)
            {
                (Tone, Used) = (tone, true);
            }
            else if (!(Changes(c) && Change(c)))
            {
                _letters[_count++] = c;
                HasVowel |= Tones.IsVowel(c);
            }
        }

        private static char? ToneOf(char c) => c switch
        {
            's' or '1' => Tones.Acute,
            'f' or '2' => Tones.Grave,
            'r' or '3' => Tones.Hook,
            'x' or '4' => Tones.Tilde,
            'j' or '5' => Tones.Dot,
            'z' or '0' => '\0',
            _ => null,
        };

        private static bool Changes(char c) => c is 'a' or 'e' or 'o' or 'd' or 'w' or '6' or '7' or '8' or '9';

        /// <summary>Turns the nearest letter that this key changes; false when there is none, and the key is a letter of its own.</summary>
        private bool Change(char key)
        {
            for (var i = _count - 1; i >= 0; i--)
            {
                var to = Changed(_letters[i], key, i);
                if (to != _letters[i])
                {
                    _letters[i] = to;
                    if (to == 'ơ' && i > 0 && _letters[i - 1] == 'u')
                    {
                        _letters[i - 1] = 'ư';   // "uow" and "uo7" stand for ươ
                    }

                    return Used = true;
                }
            }

            return false;
        }

        private readonly char Changed(char letter, char key, int at) => (letter, key) switch
        {
            ('a', 'a' or '6') => 'â',
            ('e', 'e' or '6') => 'ê',
            ('o', 'o' or '6') => 'ô',
            ('a', '8') => 'ă',
            ('a', 'w') => at > 0 && _letters[at - 1] == 'u' ? letter : 'ă',   // "uaw" is ưa
            ('o', 'w' or '7') => 'ơ',
            ('u', 'w' or '7') => 'ư',
            ('d', 'd' or '9') => at == 0 ? 'đ' : letter,
            _ => letter,
        };
    }
}
