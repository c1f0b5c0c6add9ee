using System.Text;

namespace Outreach.Storage.Turns;

/// <summary>Text that PostgreSQL takes: without NUL, and with a replacement character for half a surrogate pair.</summary>
internal static class StorableText
{
    public static string Of(string text)
    {
        var storable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != 0)
            {
                storable.Append(rune);
            }
        }

        return storable.ToString();
    }
}
