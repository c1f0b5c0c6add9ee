using Outreach.Staff.Frame;

namespace Outreach.Bot.Web;

/// <summary>The public pages' style sheet, script and icon.</summary>
internal sealed class SiteAssets() : EmbeddedAssets(typeof(SiteAssets).Assembly, "Outreach.Bot.Web.assets.");
