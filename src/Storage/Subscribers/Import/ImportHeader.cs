namespace Outreach.Storage.Subscribers.Import;

/// <summary>Which column of a file is which, in whatever order they stand.</summary>
internal sealed class ImportHeader
{
    private readonly Dictionary<string, int> _places;

    private ImportHeader(Dictionary<string, int> places) => _places = places;

    public int Count => _places.Count;

    /// <returns>Null when the file has no such column.</returns>
    public string? Cell(IReadOnlyList<string> cells, string column) => _places.TryGetValue(column, out var place) ? cells[place] : null;

    /// <exception cref="ImportHeaderException">A column is missing, unknown or there twice. Unknown ones are named by their place: without a header the first line is a person's.</exception>
    public static ImportHeader Read(CsvLine? first)
    {
        var form = $"The first line must be: {string.Join(',', ImportRules.Required)}[,{ImportRules.ConsentWording}].";
        if (first is not { } line)
        {
            throw new ImportHeaderException($"The file is empty. {form}");
        }

        if (line.Text is not { } text || text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ImportHeaderException($"The first line is {(line.TooLong ? "too long" : "not UTF-8")}: save the list as CSV UTF-8. {form}");
        }

        if (CsvCells.Split(text) is not { } names)
        {
            throw new ImportHeaderException($"The first line has a quote that is not closed. {form}");
        }

        if (names.Count == 1 && text.AsSpan().IndexOfAny(";\t") >= 0)
        {
            throw new ImportHeaderException($"The columns are parted by something other than commas: save the list as CSV with commas. {form}");
        }

        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var place = 0; place < names.Count; place++)
        {
            if (!ImportRules.Required.Append(ImportRules.ConsentWording).Contains(names[place], StringComparer.OrdinalIgnoreCase))
            {
                throw new ImportHeaderException($"Column {place + 1} is none that a list of subscribers has.{Missing(names)} {form}");
            }

            if (!places.TryAdd(names[place], place))
            {
                throw new ImportHeaderException($"Column {place + 1} is there twice. {form}");
            }
        }

        return Missing(names) is { Length: > 0 } missing ? throw new ImportHeaderException($"{missing[1..]} {form}") : new ImportHeader(places);
    }

    private static string Missing(IReadOnlyList<string> names)
    {
        var missing = ImportRules.Required.Except(names, StringComparer.OrdinalIgnoreCase).ToList();
        return missing.Count == 0 ? "" : $" Missing: {string.Join(", ", missing)}.";
    }
}
