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

    /// <summary>A picture or recording beside the file, as a path below the content folder; null for none.</summary>
    public static string? Media(YamlMap front, string key, ContentPath path, List<Reference> references)
    {
        if (front.Text(key, required: false) is not { } file)
        {
            return null;
        }

        references.Add(new Reference(ReferenceKind.Media, file.Text, file.At));
        return ContentPath.Beside(path.File, file.Text);
    }

    public static void ReviewOrder(YamlMap front, DateOnly? reviewed, DateOnly? reviewBy)
    {
        if (reviewed > reviewBy)
        {
            front.Issues.Error(front.SpotOf("review_by"), Codes.BadValue, "'review_by' is before 'reviewed'", "Name the day by which it must be read again.");
        }
    }
}
