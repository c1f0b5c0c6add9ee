using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.WebEncoders;
using Outreach.Bot.Help;
using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Store;

namespace Outreach.Bot.Web;

/// <summary>What the public pages need beside the pages themselves.</summary>
internal static class WebEndpoints
{
    internal const string AskLimit = "ask";
    private const int MaxFormBytes = 64 * 1024;
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <param name="keepsSessions">The console brings keys of its own for its sessions.</param>
    public static IServiceCollection AddWeb(this IServiceCollection services, bool keepsSessions)
    {
        services.AddRazorPages();
        // Vietnamese letters as they are: references (&#x1EA1;) would be three times as long on the wire.
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        if (!keepsSessions)
        {
            // The public pages set no cookie; without this the framework would write keys into somebody's home for nothing.
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        }

        services.AddSingleton<SiteAssets>();
        services.AddSingleton<Site>();
        services.AddSingleton<ConversationTokens>();
        services.AddSingleton<Chats>();
        services.AddSingleton<HelpPages>();
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
        {
            form.ValueCountLimit = 16;
            form.ValueLengthLimit = MaxFormBytes;
            form.BufferBodyLengthLimit = MaxFormBytes;
        });
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(AskLimit, context => RateLimitPartition.GetTokenBucketLimiter(
                AddressBucket.Of(context.Connection.RemoteIpAddress),
                _ => new TokenBucketRateLimiterOptions
                {
                    // A whole factory may stand behind one address; a script that makes conversations by the thousand does too.
                    TokenLimit = 300,
                    TokensPerPeriod = 5,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                }));
        });
        return services;
    }

    /// <summary>Headers on every answer, and a page with the numbers to call wherever a page would be empty.</summary>
    public static void UseWeb(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            // At the last moment: an error clears what was set before.
            context.Response.OnStarting(static state =>
            {
                SecurityHeaders.Apply((HttpContext)state);
                return Task.CompletedTask;
            }, context);
            return next(context);
        });
        app.UseStatusCodePagesWithReExecute("/loi/{0}");
        app.Use((context, next) =>
        {
            // A program that asked for JSON gets the bare status.
            if (!context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
                && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
    }

    public static void MapWeb(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRazorPages();
        endpoints.MapGet("/a/{file}", (string file, HttpContext context, SiteAssets assets) => assets.Serve(context, file));
        endpoints.MapPost("/thoat", Leave).DisableAntiforgery();
        endpoints.MapPost(HelpAddresses.Picture, Picture).DisableAntiforgery().RequireRateLimiting(AskLimit);
        endpoints.MapGet("/hoi-dap/{id:maxlength(48)}/ma.svg", Code);
        endpoints.MapGet("/tep/{**path}", ContentFile);
    }

    private static NoContent Leave([FromForm] string? c, Chats chats, HelpPages help)
    {
        chats.Leave(c);
        help.Leave(c);
        return TypedResults.NoContent();
    }

    /// <summary>The code as a picture, under a name that says nothing; only while the draft is there, and never by an address.</summary>
    private static Results<FileContentHttpResult, NotFound> Picture([FromForm] string? c, HelpPages help) => help.CodeOf(c) is { } code
        ? TypedResults.File(ReceiptPicture.Png(code), "image/png", "anh-1.png")
        : TypedResults.NotFound();

    private static Results<ContentHttpResult, NotFound> Code(string id, string? lang, HttpRequest request, ContentStore content)
    {
        var language = lang == Languages.English ? Languages.English : Languages.Vietnamese;
        return content.Current.In(language).Answers.ContainsKey(id)
            ? TypedResults.Content(
                QrCode.Svg($"{request.Scheme}://{request.Host}/hoi-dap/{id}{(language == Languages.English ? "?lang=en" : "")}"), "image/svg+xml")
            : TypedResults.NotFound();
    }

    private static Results<PhysicalFileHttpResult, NotFound> ContentFile(string path, ContentStore content) =>
        content.FindMedia(path) is { } file && Types.TryGetContentType(file, out var type)
            ? TypedResults.PhysicalFile(file, type, enableRangeProcessing: true)
            : TypedResults.NotFound();
}
