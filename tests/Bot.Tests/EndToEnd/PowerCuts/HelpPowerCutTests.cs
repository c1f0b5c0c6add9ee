namespace Outreach.Bot.Tests.EndToEnd.PowerCuts;

/// <summary>
/// The power is cut in the middle of asking for help, answering, closing and erasing. Never was a request called received
/// that was not saved, never was one saved whose code had not been shown; an erasure is finished and no reply is lost.
/// </summary>
[Collection(RealProgram.Alone)]
public sealed class HelpPowerCutTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    [Fact]
    public Task A_power_cut_at_six_points_loses_nothing_that_was_promised() => CutAsync(PowerCutPoints.Few);

    /// <summary>All of them, by the command in CONTRIBUTING.md; of one kind alone with its name in the variable.</summary>
    [Fact(Explicit = true)]
    public Task A_power_cut_at_twenty_points_loses_nothing_that_was_promised() =>
        CutAsync([.. PowerCutPoints.All.Where(point => point.Name.Contains(Environment.GetEnvironmentVariable("OUTREACH_POWER_CUTS") ?? "", StringComparison.Ordinal))]);

    private async Task CutAsync(IReadOnlyList<PowerCutPoint> points)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(Limit);
        await using var stage = new PowerCutStage();
        await stage.StartAsync(enough.Token);
        var faults = new List<string>();
        foreach (var point in points)
        {
            stage.NextWorker();
            try
            {
                await point.CutAsync(stage, enough.Token);
                await stage.StartAsync(enough.Token);
                await point.LookAsync(stage, enough.Token);
                output.WriteLine($"held: {point.Name}");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                faults.Add($"{point.Name}: {fault.Message}");
                output.WriteLine($"BROKEN: {point.Name}: {fault}");
                await stage.RestartAsync(enough.Token);
            }
        }

        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }
}
