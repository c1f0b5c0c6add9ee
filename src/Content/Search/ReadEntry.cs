namespace Outreach.Content.Search;

/// <summary>An entry in word numbers, by field: question, variants, title, body.</summary>
internal sealed class ReadEntry
{
    private readonly Phrase[][] _fields;

    private ReadEntry(Phrase[][] fields) => _fields = fields;

    /// <summary>
    /// Well-written fields of all entries first, so that what they know can mend what people type in the variants: a slip there
    /// would be a word of the content and never be mended in a question again.
    /// </summary>
    public static ReadEntry[] Of(SearchEntry[] entries, EntryReader reader)
    {
        ReadEntry[] read = [.. entries.Select(entry => new ReadEntry([[reader.Read(entry.Question)], [], [reader.Read(entry.Title)], [reader.Read(entry.Body)]]))];
        reader.KeepWords();
        for (var e = 0; e < read.Length; e++)
        {
            read[e]._fields[1] = [.. entries[e].Variants.Select(reader.ReadTyped)];
        }

        return read;
    }

    public Phrase[] Field(int field) => _fields[field];

    public int Length(int field) => _fields[field].Sum(p => p.Words.Length);

    /// <summary>The ways its question is put: the question, then the variants.</summary>
    public IEnumerable<Phrase> Phrasings => _fields[0].Concat(_fields[1]);
}
