namespace Outreach.Content.Search;

/// <summary>An entry in word numbers, by field: question, variants, title, body.</summary>
internal sealed class ReadEntry
{
    private readonly Phrase[][] _fields;

    private ReadEntry(Phrase[][] fields) => _fields = fields;

    public static ReadEntry Of(SearchEntry entry, EntryReader reader) => new(
    [
        [reader.Read(entry.Question)],
        [.. entry.Variants.Select(reader.Read)],
        [reader.Read(entry.Title)],
        [reader.Read(entry.Body)],
    ]);

    public Phrase[] Field(int field) => _fields[field];

    public int Length(int field) => _fields[field].Sum(p => p.Words.Length);

    /// <summary>The ways its question is put: the question, then the variants.</summary>
    public IEnumerable<Phrase> Phrasings => _fields[0].Concat(_fields[1]);
}
