using Outreach.Content.Shared;

namespace Outreach.Bot.Pages;

public sealed class HotlinesModel : SitePage
{
    public override string Title => T("web.nav.hotlines");

    /// <summary>Those for danger first; a number of three digits is an emergency number.</summary>
    public IEnumerable<Hotline> Danger => Snapshot.Hotlines.Values.Where(h => h.Crisis.Count > 0 || h.Number.Length == 3);

    public IEnumerable<Hotline> Questions => Snapshot.Hotlines.Values.Except(Danger);
}
