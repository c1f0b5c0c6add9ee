using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Outreach.Channels.DirectLine;

public static class DirectLineEndpoints
{
    internal const string Root = "/v3/directline";

    /// <summary>Maps Direct Line 3.0 under <c>/v3/directline</c>, its WebSockets and its answers to other origins included.</summary>
    public static IEndpointConventionBuilder MapDirectLine(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        var access = services.GetRequiredService<DirectLineAccess>();
        var conversations = services.GetRequiredService<DirectLineConversations>();
        var activities = services.GetRequiredService<DirectLineActivities>();
        var upload = services.GetRequiredService<DirectLineUpload>();
        var sockets = services.GetRequiredService<DirectLineSockets>();

        var group = endpoints.MapGroup(Root);
        group.MapPost("/tokens/generate", Guarded(conversations.GenerateAsync));
        group.MapPost("/tokens/refresh", Guarded(conversations.RefreshAsync));
        group.MapPost("/conversations", Guarded(conversations.StartAsync));
        group.MapGet("/conversations/{id}", Guarded(conversations.ReconnectAsync));
        group.MapGet("/conversations/{id}/activities", Guarded(activities.ListAsync));
        group.MapPost("/conversations/{id}/activities", Guarded(activities.PostAsync));
        group.MapPost("/conversations/{id}/upload", Guarded(upload.PostAsync));
        group.MapGet("/session/getsessionid", Guarded(context => DirectLineAnswer.Json(context, StatusCodes.Status200OK, new JsonObject { ["sessionId"] = "" })));

        var streaming = endpoints.CreateApplicationBuilder();
        streaming.UseWebSockets();
        streaming.Run(sockets.StreamAsync);
        group.MapGet("/conversations/{id}/stream", streaming.Build());

        group.MapMethods("/{**path}", [HttpMethods.Options], Guarded(PreflightAsync));
        group.Map("/{**path}", Guarded(context => DirectLineAnswer.Error(context, StatusCodes.Status404NotFound, "NotFound", "There is nothing here.")));
        return group;

        RequestDelegate Guarded(RequestDelegate handle) => async context =>
        {
            var origin = context.Request.Headers.Origin.ToString();
            context.Response.Headers.Vary = "Origin";
            if (origin.Length > 0 && access.MayCome(context.Request, origin, []))
            {
                context.Response.Headers.AccessControlAllowOrigin = origin;
                context.Response.Headers.AccessControlExposeHeaders = "Retry-After";
            }

            try
            {
                await handle(context);
            }
            catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
            {
                await DirectLineAnswer.Error(context, fault.StatusCode, "BadArgument", "The request could not be read.");
            }
        };
    }

    private static Task PreflightAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowMethods = "GET, POST, PUT, DELETE, OPTIONS";
        headers.AccessControlAllowHeaders = "authorization, content-type, accept, x-ms-bot-agent, x-requested-with";
        headers.AccessControlMaxAge = "600";
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
