using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Outreach.Browser;

/// <summary>What every page must pass.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Told as one text: handing over all that was looked at, object by object, takes longer than looking.</summary>
    private const string Violations = """
        () => axe.run(document, { resultTypes: ['violations'], iframes: false, elementRef: false }).then(found => found.violations
            .map(v => `${v.id} (${v.impact}): ${v.help}: ${v.nodes.map(n => n.html).join(' | ')}`).join('\n'))
        """;

    private const string WiderThanTheWindow = """
        () => document.documentElement.scrollWidth <= window.innerWidth ? '' : 'wider than the window: ' + [...document.querySelectorAll('body *')]
            .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
            .map(e => e.tagName + '.' + e.className).slice(0, 6).join(' ')
        """;

    /// <summary>No finding of axe at all, and nothing wider than the window.</summary>
    public static async Task PassesAsync(IPage page, string what)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
        {
            await page.EvaluateAsync(Script);
        }

        var found = await page.EvaluateAsync<string>(Violations);
        Assert.True(found.Length == 0, $"{what}:\n{found}");
        var wide = await page.EvaluateAsync<string>(WiderThanTheWindow);
        Assert.True(wide.Length == 0, $"{what} is {wide}");
    }
}
