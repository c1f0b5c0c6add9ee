using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>Sees whether anything that somebody typed runs or loads in a page: a dialog, a call to print, a value in <c>top.x</c>, a request that no page of ours makes, a refusal of the policy.</summary>
internal sealed class Watch
{
    /// <summary>Runs before anything of the page; a worker's text that comes so far is told on by its own deed.</summary>
    private const string Bell = """
        window.print = () => ring('print');
        Object.defineProperty(window, 'x', { set: () => ring('x was set'), configurable: false });
        addEventListener('securitypolicyviolation', e => ring(`refused: ${e.effectiveDirective} ${e.blockedURI} ${e.sample}`), true);
        """;

    private readonly ConcurrentQueue<string> _rung = new();
    private readonly Func<Uri, bool> _isOurs;

    private Watch(Func<Uri, bool> isOurs) => _isOurs = isOurs;

    public IReadOnlyCollection<string> Rung => _rung;

    /// <param name="isOurs">Whether a page of ours asks for this by itself.</param>
    public static async Task<Watch> OverAsync(IPage page, Func<Uri, bool> isOurs)
    {
        var watch = new Watch(isOurs);
        await page.ExposeFunctionAsync<string, bool>("ring", what =>
        {
            watch._rung.Enqueue(what);
            return true;
        });
        await page.AddInitScriptAsync(Bell);
        await page.RouteAsync(url => new Uri(url).Host == "evil.example", route => route.AbortAsync());
        page.Dialog += (_, dialog) =>
        {
            watch._rung.Enqueue("dialog: " + dialog.Type);
            _ = dialog.DismissAsync();
        };
        page.Popup += (_, popup) => watch._rung.Enqueue("popup: " + popup.Url);
        page.Download += (_, download) => watch._rung.Enqueue("download: " + download.Url);
        page.Context.Request += (_, request) => watch.Look(request);
        return watch;
    }

    public void HasSeenNothing(string where) => Assert.True(_rung.IsEmpty, $"{where}: {string.Join("; ", _rung.Distinct().Take(10))}");

    private void Look(IRequest request)
    {
        var url = new Uri(request.Url);
        if (request.IsNavigationRequest && request.Frame == request.Frame.Page.MainFrame && url.IsLoopback)
        {
            return; // a test goes there
        }

        if (!_isOurs(url))
        {
            _rung.Enqueue($"asked for {request.Url}");
        }
    }
}
