using System.Globalization;
using System.Text;

namespace Outreach.Storage.Subscribers.Import;

/// <summary>Reads the rows of a list; a row with a fault is told and left out.</summary>
/// <param name="zone">Of times without an offset.</param>
internal sealed class ImportRows(ImportHeader header, TimeZoneInfo zone, DateTimeOffset now)
{
    private static readonly string[] LocalForms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];
    private static readonly string[] FullForms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <returns>Null when the row has faults, which are added to <paramref name="faults"/>.</returns>
    public ImportedSubscriber? Read(CsvLine line, List<ImportFault> faults)
    {
        if (line.Text is not { } text)
        {
            faults.Add(line.TooLong
                ? new ImportFault(line.Number, null, $"longer than {ImportRules.MaxRowBytes} bytes", "One line is one person: look for a line break that is missing.")
                : new ImportFault(line.Number, null, "not UTF-8", "Save the list as CSV UTF-8."));
            return null;
        }

        if (CsvCells.Split(text) is not { } cells)
        {
            faults.Add(new ImportFault(line.Number, null, "a quote is opened and not closed in this line", "Close it, or write two quotes for one; a cell has no line break."));
            return null;
        }

        if (cells.Count != header.Count)
        {
            faults.Add(new ImportFault(line.Number, null, $"{cells.Count} cells and {header.Count} columns", "Put quotes around a cell that holds a comma; topics are parted by semicolons."));
            return null;
        }

        var before = faults.Count;
        var row = Check(line.Number, cells, faults);
        return faults.Count == before ? row : null;
    }

    private ImportedSubscriber? Check(long line, IReadOnlyList<string> cells, List<ImportFault> faults)
    {
        string Cell(string column)
        {
            var cell = header.Cell(cells, column) ?? "";
            if (ImportRules.IsFormula(cell))
            {
                faults.Add(new ImportFault(line, column, "begins as a formula does (= + - @)", "Write the value itself."));
                return "";
            }

            return cell;
        }

        string OneOf(string column, string[] values, bool required)
        {
            var (count, cell) = (faults.Count, Cell(column));
            if (faults.Count == count && !(cell.Length == 0 ? !required : values.Contains(cell)))
            {
                faults.Add(new ImportFault(line, column, cell.Length == 0 ? "empty" : "none of those that there are", $"Write {string.Join(", ", values)}{(required ? "" : " or nothing")}."));
            }

            return cell;
        }

        var channel = OneOf(ImportRules.Channel, ImportRules.Channels, required: true);
        var address = Address(line, channel, Cell, faults);
        var language = OneOf(ImportRules.Language, ImportRules.Languages, required: true);
        var province = Short(line, ImportRules.Province, ImportRules.MaxProvince, Cell, faults);
        var role = OneOf(ImportRules.Role, ImportRules.Roles, required: false);
        var topics = Topics(line, Cell, faults);
        var wording = Short(line, ImportRules.ConsentWording, ImportRules.MaxWording, Cell, faults);
        if (ConsentedAt(line, Cell, faults) is not { } at)
        {
            return null;
        }

        var profile = new SubscriberProfile { Language = language, Province = Given(province), Role = Given(role), Topics = topics };
        return new ImportedSubscriber(channel, address, profile, Given(wording) ?? ImportRules.DefaultWording, at);
    }

    private static string? Given(string cell) => cell.Length == 0 ? null : cell;

    private static string Address(long line, string channel, Func<string, string> read, List<ImportFault> faults)
    {
        var (count, address) = (faults.Count, read(ImportRules.Address));
        if (faults.Count == count && !ImportRules.IsAddress(channel, address))
        {
            faults.Add(new ImportFault(line, ImportRules.Address, address.Length == 0 ? "empty" : "no address of this channel",
                "Write the number by which the channel knows the person; a telephone number or a user name is none."));
        }

        return address;
    }

    private static string Short(long line, string column, int max, Func<string, string> read, List<ImportFault> faults)
    {
        var cell = read(column).Normalize(NormalizationForm.FormC);
        if (cell.Length > max || cell.Any(char.IsControl))
        {
            faults.Add(new ImportFault(line, column, $"longer than {max} characters, or with signs that cannot be seen", "Shorten it."));
        }

        return cell;
    }

    private static string[] Topics(long line, Func<string, string> read, List<ImportFault> faults)
    {
        var topics = read(ImportRules.Topics).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToArray();
        if (!topics.All(topic => ImportRules.Topic.IsMatch(topic)))
        {
            faults.Add(new ImportFault(line, ImportRules.Topics, "not ids of topics", "Write ids as in topics.yml, parted by semicolons; nothing = all."));
        }

        return topics;
    }

    private DateTimeOffset? ConsentedAt(long line, Func<string, string> read, List<ImportFault> faults)
    {
        var (count, cell) = (faults.Count, read(ImportRules.ConsentedAt));
        if (faults.Count > count)
        {
            return null;
        }

        DateTimeOffset at;
        if (DateTime.TryParseExact(cell, LocalForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            at = new DateTimeOffset(local, zone.GetUtcOffset(local));
        }
        else if (!DateTimeOffset.TryParseExact(cell, FullForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
        {
            faults.Add(new ImportFault(line, ImportRules.ConsentedAt, cell.Length == 0 ? "empty: nobody is written to without a consent" : "no time", "Write it as 2026-11-09 or 2026-11-09T08:00:00+07:00."));
            return null;
        }

        if (at > now)
        {
            faults.Add(new ImportFault(line, ImportRules.ConsentedAt, "lies in the future", "Write when the person agreed."));
        }

        return at;
    }
}
