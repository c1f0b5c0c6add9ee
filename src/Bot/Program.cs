using System.Text;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Host;
using Outreach.Bot.Turns;
using Outreach.Bot.Web;
using Outreach.Content;
using Outreach.Storage;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await OutreachCommandLine.RunAsync(args, new Terminal(Console.Out, Console.Error), ServeAsync, CancellationToken.None);

/// <summary>The one place that composes the rooms.</summary>
internal static partial class Program
{
    internal static async Task<int> ServeAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var app = Compose(HouseHost.Create(call.Settings));
        return await Serving.RunAsync(app, terminal, cancellationToken);
    }

    internal static WebApplication Compose(WebApplicationBuilder builder)
    {
        builder.Services.AddContent();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddTurns();
        builder.Services.AddWeb();

        var app = builder.Build();
        app.UseWeb();
        app.UseMiddleware<FaultShield>();
        app.UseRouting();
        app.UseRateLimiter();
        app.MapHealth();
        app.MapWeb();
        return app;
    }
}
