namespace Outreach.Content;

/// <summary>The languages of the content, by ISO 639-1 code. Vietnamese is the first.</summary>
public static class Languages
{
    public const string Vietnamese = "vi";
    public const string English = "en";

    public static IReadOnlyList<string> All { get; } = [Vietnamese, English];

    public static string Other(string language) => language == English ? Vietnamese : English;
}
