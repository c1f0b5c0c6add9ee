using Outreach.Content.Yaml;

namespace Outreach.Content.Checks;

/// <summary>What holds for the front matter of answers and pages alike.</summary>
internal static class FileRules
{
    /// <summary>The id, which is the file's name.</summary>
    public static string? Id(YamlMap front, ContentPath path)
    {
        if (IdRule.Form(front) is not { } id)
        {
            return null;
        }

        if (id.Text == path.Name)
        {
            return id.Text;
        }

        front.Issues.Error(id.At, Codes.IdIsNotFileName, $"the id '{id.Text}' is not the file's name '{path.Name}'",
            "Write the same in both: other files find it by its name.");
        return null;
    }

    public static void ReviewOrder(YamlMap front, DateOnly? reviewed, DateOnly? reviewBy)
    {
        if (reviewed > reviewBy)
        {
            front.Issues.Error(front.SpotOf("review_by"), Codes.BadValue, "'review_by' is before 'reviewed'", "Name the day by which it must be read again.");
        }
    }
}
