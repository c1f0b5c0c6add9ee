namespace Outreach.Browser;

/// <summary>For what no page can be asked to wait for.</summary>
internal static class Wait
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task UntilAsync(Func<bool> holds, CancellationToken cancellationToken)
    {
        while (!holds())
        {
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }
}
