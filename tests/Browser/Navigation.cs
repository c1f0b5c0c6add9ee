using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>Forms here lead to a new page, often of the same address: what is looked at next must be the new one.</summary>
internal static class Navigation
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Does it, and completes when the page that it leads to has loaded.</summary>
    public static async Task ByAsync(IPage page, Func<Task> act)
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Loaded(object? sender, IPage seen) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await act();
            await loaded.Task.WaitAsync(Limit);
        }
        finally
        {
            page.Load -= Loaded;
        }
    }
}
