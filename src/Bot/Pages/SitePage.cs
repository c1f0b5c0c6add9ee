using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Bot.Web;
using Outreach.Content;
using Outreach.Content.Shared;

namespace Outreach.Bot.Pages;

/// <summary>What every public page has: a language, one snapshot of the content for the whole answer, and the phrases.</summary>
public abstract class SitePage : PageModel
{
    internal static readonly (string Path, string Key)[] Nav =
        [("/", "web.nav.chat"), ("/tro-giup", "web.nav.help"), ("/hoi-dap", "web.nav.answers"), ("/duong-day-nong", "web.nav.hotlines"), ("/quyen-rieng-tu", "web.nav.privacy")];

    private Site _site = null!;

    [BindProperty(Name = "lang", SupportsGet = true)]
    public string? RequestedLanguage { get; set; }

    public string Language => RequestedLanguage == Languages.English ? Languages.English : Languages.Vietnamese;
    public string OtherLanguage => Languages.Other(Language);
    public abstract string Title { get; }

    /// <summary>Whether a search engine may list it.</summary>
    public virtual bool Indexed => true;

    public bool NothingIsKept => Site.NothingIsKept;

    internal Site Site => _site ??= HttpContext.RequestServices.GetRequiredService<Site>();
    internal ContentSnapshot Snapshot => field ??= Site.Content.Current;
    internal LocalContent Local => Snapshot.In(Language);
    internal DateOnly Today => Site.Today;

    public string T(string key, params ReadOnlySpan<(string Name, string Value)> values) => Site.Phrase(Snapshot, Language, key, values);

    public string Date(DateOnly day) => day.ToString(Language == Languages.English ? "d MMMM yyyy" : "dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An address of this site in the page's language.</summary>
    public string Link(string path) => LinkIn(Language, path);

    public virtual string OtherLanguageLink => LinkIn(OtherLanguage, Request.Path);

    public bool IsAt(string path) => path == "/" ? Request.Path == "/" : Request.Path.StartsWithSegments(path, StringComparison.Ordinal);

    /// <summary>The hotlines to show, in the order given; what is not verified is not in the snapshot.</summary>
    internal IEnumerable<Hotline> Hotlines(IEnumerable<string> ids) =>
        ids.Distinct(StringComparer.Ordinal).Select(id => Snapshot.Hotlines.GetValueOrDefault(id)).OfType<Hotline>();

    protected static string LinkIn(string language, string path) => language == Languages.English ? path + "?lang=en" : path;
}
