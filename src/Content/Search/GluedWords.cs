namespace Outreach.Content.Search;

/// <summary>Parts words that were written together ("congty", "baohiemxahoi") where every neighbour pair stands in the content.</summary>
internal static class GluedWords
{
    private const int MaxLetters = 7;

    public static Syllable[]? Split(Syllable typed, Vocabulary vocabulary)
    {
        var parts = new List<Syllable>();
        return Split(typed, 0, -1, parts, vocabulary) && parts.Count > 1 ? [.. parts] : null;
    }

    private static bool Split(Syllable typed, int from, int before, List<Syllable> parts, Vocabulary vocabulary)
    {
        if (from == typed.Folded.Length)
        {
            return true;
        }

        // The longest first: "thuong" is not "thu" + "ong".
        for (var length = Math.Min(MaxLetters, typed.Folded.Length - from); length > 0; length--)
        {
            var folded = typed.Folded.AsSpan(from, length);
            var id = vocabulary.Find(folded);
            if (id < 0 || (before >= 0 && vocabulary.FindPair(before, id) < 0))
            {
                continue;
            }

            // Marks and letters are as long as one another: a marked letter is one char in NFC.
            parts.Add(new Syllable(typed.Marked.Substring(from, length), vocabulary.Word(id)));
            if (Split(typed, from + length, id, parts, vocabulary))
            {
                return true;
            }

            parts.RemoveAt(parts.Count - 1);
        }

        return false;
    }
}
