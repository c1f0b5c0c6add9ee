using Microsoft.AspNetCore.Http;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Access;

/// <summary>
/// In front of every endpoint of the console's listener: closed unless <see cref="AccessTable"/> opens it.
/// The framework's own authorization is not used: its fallback policy would hold for the public listener too.
/// </summary>
internal sealed class StaffGate(RequestDelegate next)
{
    public const string SignInPath = "/dang-nhap";

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await IdentifyAsync(context); // so that "no such page" is drawn for who asked
            await next(context);
            return;
        }

        switch (AccessTable.Find(endpoint))
        {
            case Audience.Anyone:
                await IdentifyAsync(context);
                await next(context);
                break;
            case Audience.ThisMachine when ThisMachine.Asks(context):
                await next(context);
                break;
            case null or Audience.ThisMachine:
                Refuse(context, StatusCodes.Status404NotFound);
                break;
            case Audience.PasswordGiven when await StaffSessions.ReadAsync(context, StaffSchemes.Step) is { } halfway:
                context.Features.Set(new Halfway(halfway));
                await next(context);
                break;
            case Audience.Members members when await IdentifyAsync(context) is { } member:
                if (members.Holds(member.Role))
                {
                    await next(context);
                }
                else
                {
                    Refuse(context, StatusCodes.Status403Forbidden);
                }

                break;
            default:
                SendToSignIn(context);
                break;
        }
    }

    private static async Task<StaffMember?> IdentifyAsync(HttpContext context)
    {
        if (SignedIn.Find(context) is { } known)
        {
            return known; // an error page runs through here a second time
        }

        var member = await StaffSessions.ReadAsync(context, StaffSchemes.Session);
        if (member is not null)
        {
            context.Features.Set(new SignedIn(member));
        }

        return member;
    }

    private static void Refuse(HttpContext context, int status)
    {
        context.SetEndpoint(null);
        context.Response.StatusCode = status;
    }

    private static void SendToSignIn(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.ContainsKey("HX-Request"))
        {
            // A part of a page cannot be a sign-in form: the whole page goes there.
            context.Response.Headers["HX-Redirect"] = SignInPath;
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var back = HttpMethods.IsGet(request.Method) && request.Path != "/" ? "?ve=" + Uri.EscapeDataString(request.Path + request.QueryString) : "";
        context.Response.Redirect(SignInPath + back);
    }
}
