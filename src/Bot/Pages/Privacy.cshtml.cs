namespace Outreach.Bot.Pages;

public sealed class PrivacyModel : SitePage
{
    internal static readonly string[] PageIds = ["quyen-rieng-tu", "yen-tam", "gioi-thieu"];

    public override string Title => Local.Pages.TryGetValue(PageIds[0], out var page) ? page.Title : T("web.nav.privacy");
}
