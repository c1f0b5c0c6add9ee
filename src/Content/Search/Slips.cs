namespace Outreach.Content.Search;

/// <summary>Words of the content one slip of the finger away: a letter wrong, missing, too many, or two swapped.</summary>
internal static class Slips
{
    private const string Letters = "abcdeghiklmnopqrstuvxy";

    public static void Offer(string typed, Vocabulary vocabulary, ref Choice best)
    {
        Span<char> word = stackalloc char[typed.Length + 1];
        for (var i = 0; i < typed.Length; i++)
        {
            // Two swapped, the first letter too: that slip is common ("ihc").
            if (i > 0)
            {
                typed.CopyTo(word);
                (word[i - 1], word[i]) = (word[i], word[i - 1]);
                Try(word[..typed.Length], vocabulary, ref best);
            }

            // The other slips only behind the first letter, which is hardly ever missed: "shop" is not "hop".
            if (i > 0)
            {
                typed.AsSpan(0, i).CopyTo(word);
                typed.AsSpan(i + 1).CopyTo(word[i..]);
                Try(word[..(typed.Length - 1)], vocabulary, ref best);
                typed.CopyTo(word);
                foreach (var letter in Letters)
                {
                    word[i] = letter;
                    Try(word[..typed.Length], vocabulary, ref best);
                }
            }

            typed.AsSpan(0, i + 1).CopyTo(word);
            typed.AsSpan(i + 1).CopyTo(word[(i + 2)..]);
            foreach (var letter in Letters)
            {
                word[i + 1] = letter;
                Try(word, vocabulary, ref best);
            }
        }
    }

    private static void Try(ReadOnlySpan<char> word, Vocabulary vocabulary, ref Choice best)
    {
        const int shortest = 2;
        if (word.Length >= shortest && vocabulary.Find(word) is var id and >= 0)
        {
            best.Offer(vocabulary.Word(id), id);
        }
    }
}
