namespace Outreach.Storage.Local;

/// <param name="ExitCode">The program's; 127 = not there, 124 = took too long.</param>
internal sealed record ProcessResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The last line it complained with, for a message.</summary>
    public string Complaint => Errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault()
        ?? $"exit code {ExitCode}";
}
