using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Outreach.Bot.Pages;

/// <summary>What is said when a page is not there, when we failed, and when too many ask; always with the numbers to call.</summary>
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : SitePage
{
    /// <summary>From the address itself: where the form that was posted cannot be read, nothing is bound.</summary>
    public int Code => int.TryParse(RouteData.Values["code"] as string, CultureInfo.InvariantCulture, out var code) ? code : 0;

    public override string Title => T(Kind + ".title");
    public override bool Indexed => false;

    // The address of the page that failed is not this page's: there is none in the other language to go to but the start.
    public override string OtherLanguageLink => LinkIn(OtherLanguage, "/");

    public string Kind => Code switch
    {
        StatusCodes.Status429TooManyRequests => "web.crowded",
        StatusCodes.Status400BadRequest => "web.refused",
        >= 500 => "web.error",
        _ => "web.missing",
    };

    public void OnGet() => Response.StatusCode = Code is >= 400 and <= 599 ? Code : StatusCodes.Status404NotFound;

    public void OnPost() => OnGet();
}
