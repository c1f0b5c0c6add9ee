using Outreach.Content.Yaml;

namespace Outreach.Content.Checks;

/// <summary>The ids of one file's rows: well written, and each once.</summary>
internal sealed class IdRule
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public string? Read(YamlMap row)
    {
        if (Form(row) is not { } id)
        {
            return null;
        }

        if (!_seen.Add(id.Text))
        {
            row.Issues.Error(id.At, Codes.DuplicateId, $"the id '{id.Text}' is there already", "Give one of the two another id, or take it out.");
            return null;
        }

        return id.Text;
    }

    /// <summary>The id of a row where it may come again.</summary>
    public static Located? Form(YamlMap row, int maxChars = ContentPath.MaxIdChars)
    {
        if (row.Text("id") is not { } id)
        {
            return null;
        }

        if (ContentPath.IsId(id.Text, maxChars))
        {
            return id;
        }

        row.Issues.Error(id.At, Codes.BadId, $"an id has 1 to {maxChars} of the characters a-z, 0-9 and '-'; this one does not ({id.Text.Length} long)",
            "Rename it, and whatever names it.");
        return null;
    }
}
