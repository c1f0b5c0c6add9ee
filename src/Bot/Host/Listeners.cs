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

        if (remote)
        {
            throw new WrongUseException("Console:AllowRemote=true is refused: the console has no accounts yet, so anyone who reaches it could read it.");
        }

        return listeners.Console.FirstOrDefault(address => !address.IsLoopback) is { } open
            ? throw new WrongUseException($"Console:Urls must be on this machine alone (localhost, 127.0.0.1, [::1]); it is on '{open.Host}'.")
            : listeners;
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
