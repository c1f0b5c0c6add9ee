using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Outreach.Bot.Help;
using Outreach.Bot.Web;

namespace Outreach.Bot.Pages.Help;

/// <summary>Asking a person for help, without a name.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(WebEndpoints.AskLimit)]
public sealed class NewModel : HelpPage
{
    public override string Title => T("web.help.title");

    public override string Address => HelpAddresses.New;

    internal override HelpStep First => HelpStep.Danger;
}
