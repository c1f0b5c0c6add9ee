using System.Text.RegularExpressions;

namespace Outreach.Content;

/// <summary>What the place of a file below the content folder says about it. Paths have forward slashes.</summary>
/// <param name="Kind">Folder of its kind.</param>
/// <param name="Topic">The topic's folder, for answers.</param>
internal sealed partial record ContentPath(string File, string Language, ContentPath.Folder Kind, string? Topic, string Name)
{
    public enum Folder
    {
        Answers,
        Pages,
        Campaigns,
    }

    /// <summary>So that a button's payload with the id in it fits the 64 bytes a channel gives it.</summary>
    public const int MaxIdChars = 48;

    /// <summary>Figures stand on no button.</summary>
    public const int MaxFigureIdChars = 80;

    /// <summary>Null where the file is no answer, page or campaign.</summary>
    public static ContentPath? Of(string file)
    {
        var parts = file.Split('/');
        if (!file.EndsWith(".md", StringComparison.Ordinal) || !Languages.All.Contains(parts[0]))
        {
            return null;
        }

        var name = parts[^1][..^3];
        return parts switch
        {
            [var language, "faq", var topic, _] => new ContentPath(file, language, Folder.Answers, topic, name),
            [var language, "pages", _] => new ContentPath(file, language, Folder.Pages, null, name),
            [var language, "campaigns", _] => new ContentPath(file, language, Folder.Campaigns, null, name),
            _ => null,
        };
    }

    public static bool IsId(string text, int maxChars = MaxIdChars) => text.Length > 0 && text.Length <= maxChars && Id().IsMatch(text);

    /// <summary>The path below the content folder of what <paramref name="file"/> names relative to itself; it never leads out of the folder.</summary>
    public static string Beside(string file, string relative)
    {
        var parts = relative.StartsWith('/') ? [] : file.Split('/').SkipLast(1).ToList();
        foreach (var part in relative.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != "."))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }

    /// <summary>The answer a link leads to, by its address on the web or by its file; null where it leads elsewhere.</summary>
    public static string? AnswerId(string file, string link)
    {
        const string Address = "/hoi-dap/";
        var path = link.Split('#', '?')[0];
        return path.StartsWith(Address, StringComparison.Ordinal) ? path[Address.Length..].TrimEnd('/')
            : Of(Beside(file, path)) is { Kind: Folder.Answers } answer ? answer.Name
            : null;
    }

    [GeneratedRegex(@"\A[a-z0-9-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
