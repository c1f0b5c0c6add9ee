using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Outreach.Content;
using Outreach.Content.Checks;
using Outreach.Content.Store;

namespace Outreach.Bot.CommandLine;

/// <summary><c>content check</c>: every fault with its place; exit 1 when there is an error.</summary>
internal static class ContentCheckVerb
{
    public static async Task<int> RunAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var configuration = VerbSettings.Read(call);
        var organisation = VerbSettings.Organisation(configuration);
        var folder = ContentLocation.Resolve(VerbContent.Folder(call, configuration));
        if (!Directory.Exists(folder))
        {
            throw new WrongUseException($"No content in '{folder}'. Name its folder with --content.");
        }

        var zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Value.TimeZone);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);
        var issues = ContentCheck.Run(folder, today);
        var errors = issues.Count(issue => issue.Level == IssueLevel.Error);
        if (call.Json)
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(
                new CheckResult(errors, issues.Count - errors, [.. issues.Select(CheckIssue.Of)]), CheckJson.Readable.CheckResult));
        }
        else
        {
            foreach (var issue in issues)
            {
                await terminal.Out.WriteLineAsync(issue.ToString());
            }

            await terminal.Error.WriteLineAsync($"{errors} errors, {issues.Count - errors} warnings.");
        }

        return errors > 0 ? ExitCodes.Fault : ExitCodes.Done;
    }
}

internal sealed record CheckResult(int Errors, int Warnings, IReadOnlyList<CheckIssue> Issues);

internal sealed record CheckIssue(string File, int Line, int Column, string Level, string Code, string What, string Mend)
{
    public static CheckIssue Of(Issue issue) => new(
        issue.File, issue.Line, issue.Column, issue.Level == IssueLevel.Error ? "error" : "warning", issue.Code, issue.What, issue.Mend);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CheckResult))]
internal sealed partial class CheckJson : JsonSerializerContext
{
    public static CheckJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
