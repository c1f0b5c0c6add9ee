using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Checks;

/// <summary>Asserts on what is wrong with a sample.</summary>
internal static class Issues
{
    /// <summary>The one fault, as <c>content check</c> prints it up to its code.</summary>
    public static Issue Only(this SampleContent content, string place)
    {
        var issue = Assert.Single(content.Compile().Issues);
        Assert.Equal(place, $"{issue.File}:{issue.Line}:{issue.Column} {issue.Level} {issue.Code}");
        return issue;
    }
}
