using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Outreach.Staff.Areas.Staff.Pages.Errors;

/// <summary>What went wrong, in kind words and with a way on. Drawn in place of an empty answer.</summary>
[IgnoreAntiforgeryToken] // a refused post is drawn here too
internal sealed class ShowModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Code { get; set; }

    public string Phrase => Code switch
    {
        400 => "error.400",
        403 => "error.403",
        404 or 405 => "error.404",
        503 => "error.503",
        _ => "error.500",
    };

    public void OnGet() => Keep();

    public void OnPost() => Keep();

    /// <summary>Asked for by its own address it is no page of anybody's.</summary>
    private void Keep()
    {
        if (HttpContext.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodeReExecuteFeature>() is null)
        {
            Response.StatusCode = 404;
        }
    }
}
