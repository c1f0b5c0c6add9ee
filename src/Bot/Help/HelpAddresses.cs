using Outreach.Content;

namespace Outreach.Bot.Help;

/// <summary>Where the pages for help are.</summary>
internal static class HelpAddresses
{
    public const string New = "/tro-giup";
    public const string Open = "/tro-giup/xem";
    public const string Picture = "/tro-giup/anh";

    public static string In(string language, string path) => language == Languages.English ? path + "?lang=en" : path;
}
