using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Areas.Staff.Pages.SignIn;

/// <summary>The language of the pages before anybody is signed in.</summary>
internal sealed class LanguageModel : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public IActionResult OnPost([FromForm(Name = "l")] string? language, [FromForm(Name = "ve")] string? back)
    {
        Response.Cookies.Append(ConsoleText.Cookie, language == Phrases.English ? Phrases.English : Phrases.Vietnamese, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
        return LocalRedirect(LocalPath.Of(back));
    }
}
