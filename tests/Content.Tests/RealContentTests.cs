using System.Runtime.CompilerServices;
using Outreach.Content.Checks;
using Outreach.Testing.Content;

namespace Outreach.Content.Tests;

public sealed class RealContentTests
{
    [Fact]
    public void Our_own_content_has_no_error()
    {
        var issues = ContentCheck.Run(Folder(), SampleContent.Day);

        Assert.DoesNotContain(issues, i => i.Level == IssueLevel.Error);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../content"));
}
