using System.Text.RegularExpressions;

namespace Outreach.Storage.Subscribers.Import;

/// <summary>What a cell of a list of subscribers may say.</summary>
internal static partial class ImportRules
{
    public const string Channel = "channel";
    public const string Address = "address";
    public const string Language = "language";
    public const string Province = "province";
    public const string Role = "role";
    public const string Topics = "topics";
    public const string ConsentedAt = "consented_at";
    public const string ConsentWording = "consent_wording";

    /// <summary>Where the file does not say what was agreed to.</summary>
    public const string DefaultWording = "import";

    public const int MaxProvince = 64;
    public const int MaxWording = 64;

    /// <summary>No row is longer in honest use; a file without line breaks must not fill the memory.</summary>
    public const int MaxRowBytes = 8192;

    public static readonly string[] Required = [Channel, Address, Language, Province, Role, Topics, ConsentedAt];

    /// <summary>Channels on which a person can be written to unasked; the chat page is none of them.</summary>
    public static readonly string[] Channels = ["telegram", "zalo", "messenger"];

    public static readonly string[] Languages = ["vi", "en"];
    public static readonly string[] Roles = ["worker", "landlord", "employer"];

    /// <summary>A program of spreadsheets runs what begins so, and no cell of ours does.</summary>
    public static bool IsFormula(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@';

    public static bool IsAddress(string channel, string address) => channel == "telegram" ? TelegramChat.IsMatch(address) : OtherAddress.IsMatch(address);

    [GeneratedRegex("^[1-9][0-9]{0,18}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex TelegramChat { get; }

    [GeneratedRegex("^[0-9A-Za-z_.-]{1,128}\\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OtherAddress { get; }

    [GeneratedRegex("^[a-z0-9-]{1,48}\\z", RegexOptions.CultureInvariant, 1000)]
    public static partial Regex Topic { get; }
}
