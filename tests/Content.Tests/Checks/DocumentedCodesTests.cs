using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Outreach.Content.Checks;

namespace Outreach.Content.Tests.Checks;

public sealed partial class DocumentedCodesTests
{
    private static readonly string[] Codes =
        [.. typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!)];

    [Fact]
    public void Every_code_is_documented_and_every_documented_code_exists()
    {
        var documented = Row().Matches(File.ReadAllText(Path.Combine(Root(), "docs/content-errors.md"))).Select(m => m.Groups[1].Value).ToArray();

        Assert.Equal(Codes.Order(), documented.Order());
    }

    [Fact]
    public void Every_code_is_used_by_one_rule_at_least()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Root(), "src/Content"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith("/Codes.cs", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.All(typeof(Codes).GetFields(), f => Assert.Contains($"Codes.{f.Name}", source, StringComparison.Ordinal));
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex(@"^\| (OC\d{3}) \|", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Row();
}
