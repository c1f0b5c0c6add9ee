using System.Runtime.InteropServices;

namespace Outreach.Benchmarks.Peers;

/// <summary>
/// <c>peers --content DIR --queries FILE[,FILE] [--legal DIR] [--write docs/answers.md] [--patience MINUTES]</c>: how well our search finds
/// answers, beside the full text searches one would otherwise take, on the same content and questions in the same run.
/// </summary>
internal static class PeersBenchmark
{
    private const string DefaultPatience = "10";

    public static async Task<int> RunAsync(Arguments arguments)
    {
        if (arguments.Find("queries") is not { } queries)
        {
            await Console.Error.WriteLineAsync("peers needs --queries FILE[,FILE] with labelled questions; thresholds are chosen on the first file.");
            return 2;
        }

        var patience = TimeSpan.FromMinutes(int.Parse(arguments.Find("patience") ?? DefaultPatience, System.Globalization.CultureInfo.InvariantCulture));
        var others = AllPeers.Others(patience);
        var (report, synonyms) = await QuestionPeers.RunAsync(arguments.Find("content") ?? "content", queries.Split(','), others, CancellationToken.None);
        if (arguments.Find("legal") is { } legal)
        {
            report += await LegalPeers.RunAsync(legal, synonyms, others, CancellationToken.None);
        }

        report += $"Measured with {Environment.ProcessorCount} processors, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.FrameworkDescription}.\n";
        Console.Write(report);
        if (arguments.Find("write") is { } page)
        {
            AnswersPage.Write(page, report);
        }

        return 0;
    }
}
