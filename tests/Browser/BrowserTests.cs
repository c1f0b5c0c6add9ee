namespace Outreach.Browser;

/// <summary>Tests that open pages: what one of them opened is closed with it, for each open window costs the others time.</summary>
public abstract class BrowserTests : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await House.CloseAsync();
        GC.SuppressFinalize(this);
    }
}
