using Outreach.Testing.Programs;

namespace Outreach.Testing.Content;

/// <summary>The content of the house itself, for tests of what stands in it.</summary>
public static class HouseContent
{
    private static readonly string[] Slow = ["faq", "campaigns"];

    /// <summary>Copies pages, phrases, partners and replies, and not the answers, whose reading takes seconds.</summary>
    /// <returns>The folder.</returns>
    public static string WithoutAnswers(string folder)
    {
        var root = Path.Combine(OutreachProgram.Root, "content");
        foreach (var file in Directory.GetFiles(root, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(root, file);
            if (path == "crisis-examples.yml" || path.Split(Path.DirectorySeparatorChar).Intersect(Slow).Any())
            {
                continue;
            }

            var copy = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return folder;
    }
}
