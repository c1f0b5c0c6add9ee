using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Outreach.Bot.Help;
using Outreach.Bot.Web;

namespace Outreach.Bot.Pages.Help;

/// <summary>A request and its answers, opened with the code.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(WebEndpoints.AskLimit)]
public sealed class OpenModel : HelpPage
{
    public override string Title => T("web.help.open.title");

    public override string Address => HelpAddresses.Open;

    internal override HelpStep First => HelpStep.Code;
}
