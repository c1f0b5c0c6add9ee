using System.Buffers;
using System.Globalization;
using System.Text;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>Looks for words and numbers in every byte of folders: heap, TOAST, indexes, WAL, temporary files, logs, keys.</summary>
internal static class ClearText
{
    /// <returns>Where any of them lies, as UTF-8, UTF-16 or (numbers) as eight bytes.</returns>
    public static IReadOnlyList<string> Find(IEnumerable<string> folders, IReadOnlyList<string> secrets)
    {
        var forms = secrets.SelectMany(Forms).Distinct().ToArray();
        var wanted = SearchValues.Create(forms, StringComparison.Ordinal);
        return
        [
            .. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                .Where(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)).AsSpan().ContainsAny(wanted)),
        ];
    }

    /// <summary>Each as the Latin-1 text of its bytes.</summary>
    private static IEnumerable<string> Forms(string secret)
    {
        yield return Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret));
        yield return Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret));
        if (long.TryParse(secret, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            yield return Encoding.Latin1.GetString(BitConverter.GetBytes(number));
        }
    }
}
