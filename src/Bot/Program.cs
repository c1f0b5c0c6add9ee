using System.Text;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Help;
using Outreach.Bot.Host;
using Outreach.Bot.Ports;
using Outreach.Bot.Turns;
using Outreach.Bot.Web;
using Outreach.Cases;
using Outreach.Channels.DirectLine;
using Outreach.Channels.Telegram;
using Outreach.Content;
using Outreach.Scheduler;
using Outreach.Staff;
using Outreach.Storage;
using Outreach.Storage.Keys;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await OutreachCommandLine.RunAsync(args, new Terminal(Console.Out, Console.Error), ServeAsync, CancellationToken.None);

/// <summary>The one place that composes the rooms.</summary>
internal static partial class Program
{
    internal static async Task<int> ServeAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        await using var app = Compose(HouseHost.Create(call.Settings));
        await Serving.PrepareAsync(app, cancellationToken);
        Open(app);
        return await Serving.RunAsync(app, terminal, cancellationToken);
    }

    internal static WebApplication Compose(WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        var roles = NodeRolesText.Parse(configuration["Roles"]);
        services.AddContent().AddStorage(configuration).AddLeases(configuration, roles);
        services.AddWeb(keepsSessions: roles.HasFlag(NodeRoles.Console));
        if (roles.HasFlag(NodeRoles.Public))
        {
            services.AddTellsOfDanger().AddTurns().AddChannelPorts();
            services.AddDirectLine(configuration).AddTelegram(configuration);
        }

        services.AddCases(roles).AddOversight(roles);
        if (roles.HasFlag(NodeRoles.Sender))
        {
            services.AddReplyCarrier(configuration, roles);
        }

        services.AddScheduler(configuration, roles);
        if (roles.HasFlag(NodeRoles.Console))
        {
            services.AddStaffConsole(OrganisationOptions.NameIn(configuration), ConfiguredChannels.Of(configuration));
        }

        return builder.Build();
    }

    /// <summary>Middleware and endpoints. After the storage is prepared: some of them take its keys at once.</summary>
    internal static void Open(WebApplication app)
    {
        var roles = NodeRolesText.Parse(app.Configuration["Roles"]);
        app.UseWeb();
        app.UseMiddleware<FaultShield>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseConsoleGate(roles);
        app.MapHealth();
        app.MapPagesByListener(roles, ConfiguredChannels.HasWebChat(app.Configuration));
        app.MapConsole(roles);
        if (roles.HasFlag(NodeRoles.Public))
        {
            app.MapWeb();
            app.MapDirectLine();
            app.MapTelegram();
        }
    }
}
