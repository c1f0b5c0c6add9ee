using System.Globalization;
using System.Text;

namespace Outreach.Content.Shared;

/// <summary>The provinces and cities of <c>provinces.yml</c>, found by what people type.</summary>
public sealed class ProvinceTable
{
    /// <summary>Nobody names a place in more; a story is not searched for one.</summary>
    private const int LongestText = 80;

    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _glued = new(StringComparer.Ordinal);

    /// <param name="provinces">Each name with what else it is called.</param>
    public ProvinceTable(IEnumerable<(string Name, IReadOnlyList<string> Also)> provinces)
    {
        foreach (var (name, also) in provinces)
        {
            foreach (var words in also.Prepend(name).Select(Plain))
            {
                _names.TryAdd(words, name);
                _glued.TryAdd(words.Replace(" ", "", StringComparison.Ordinal), name);
            }
        }
    }

    public static ProvinceTable Empty { get; } = new([]);

    public bool IsEmpty => _names.Count == 0;

    /// <summary>The province somebody names, with or without marks, alone or among other words; null when it is none, or more than one.</summary>
    public string? Find(string text)
    {
        if (text.Length > LongestText)
        {
            return null;
        }

        var plain = Plain(text);
        if (_names.TryGetValue(plain, out var named) || _glued.TryGetValue(plain.Replace(" ", "", StringComparison.Ordinal), out named))
        {
            return named;
        }

        var padded = $" {plain} ";
        var among = _names.Where(name => padded.Contains($" {name.Key} ", StringComparison.Ordinal)).Select(name => name.Value).Distinct().Take(2).ToList();
        return among is [var only] ? only : null;
    }

    /// <summary>Small letters and digits without marks, one blank between words: "Bà Rịa - Vũng Tàu" becomes "ba ria vung tau".</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                plain.Append(c == 'đ' ? 'd' : c);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }

        return plain.ToString().TrimEnd();
    }
}
