using Outreach.Bot.CommandLine;

namespace Outreach.Bot.Host;

/// <summary>The public listener (<c>Urls</c>) and that of staff (<c>Console:Urls</c>).</summary>
internal sealed record Listeners(IReadOnlyList<ListenerAddress> Public, IReadOnlyList<ListenerAddress> Console)
{
    private const string DefaultPublic = "http://localhost:5080";
    private const string DefaultConsole = "http://localhost:5081";

    /// <exception cref="WrongUseException">They share a port, or the console would be open to a network.</exception>
    public static Listeners Read(IConfiguration configuration)
    {
        var listeners = new Listeners(
            ListenerAddress.Parse("Urls", configuration["Urls"] ?? DefaultPublic),
            ListenerAddress.Parse("Console:Urls", configuration["Console:Urls"] ?? DefaultConsole));
        var shared = listeners.Public.Select(address => address.Port).Intersect(listeners.Console.Select(address => address.Port)).Where(port => port != 0).ToList();
        if (shared.Count > 0)
        {
            throw new WrongUseException($"Urls and Console:Urls must not share a port; both have {shared[0]}.");
        }

        var allowRemote = configuration["Console:AllowRemote"] ?? "false";
        if (!bool.TryParse(allowRemote, out var remote))
        {
            throw new WrongUseException($"Console:AllowRemote must be true or false; it is '{allowRemote}'.");
        }

        var proxy = ConsoleProxy.Read(configuration);
        foreach (var open in listeners.Console.Where(address => !address.IsLoopback))
        {
            if (!remote)
            {
                throw new WrongUseException($"Console:Urls must be on this machine alone (localhost, 127.0.0.1, [::1]) unless Console:AllowRemote is true; it is on '{open.Host}'.");
            }

            if (open.Scheme != "https" && proxy is null)
            {
                throw new WrongUseException($"Console:Urls must be https, or Console:Proxy must name the proxy in front of it, where other machines reach it: passwords would cross the network in clear; it is http on '{open.Host}'.");
            }
        }

        return listeners;
    }

    public void Open(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = 1 << 20;
            foreach (var address in Public)
            {
                address.Listen(server, ListenerMark.Public);
            }

            foreach (var address in Console)
            {
                address.Listen(server, ListenerMark.Console);
            }
        });
    }
}
