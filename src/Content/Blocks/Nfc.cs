using System.Text;

namespace Outreach.Content.Blocks;

/// <summary>The one form in which text is kept: composed, without halves of characters.</summary>
internal static class Nfc
{
    public static string Of(string text)
    {
        // YAML and HTML escapes can write half a surrogate pair, on which Normalize throws.
        if (text.Any(char.IsSurrogate))
        {
            text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text.Normalize(NormalizationForm.FormC);
    }
}
