using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Outreach.Bot.Host;

/// <summary>An address to listen on.</summary>
internal sealed record ListenerAddress(string Scheme, string Host, int Port)
{
    public bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    /// <exception cref="CommandLine.WrongUseException">Names the key, what it must be and what it is.</exception>
    public static IReadOnlyList<ListenerAddress> Parse(string key, string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? throw Wrong(key, urls) : [.. parts.Select(part => ParseOne(key, part))];
    }

    public void Listen(KestrelServerOptions server, ListenerMark mark)
    {
        if (Host == "localhost" && Port > 0)
        {
            server.ListenLocalhost(Port, Configure);
        }
        else if (Host == "localhost")
        {
            server.Listen(IPAddress.Loopback, Port, Configure);
        }
        else if (IPAddress.TryParse(Host.Trim('[', ']'), out var ip))
        {
            server.Listen(ip, Port, Configure);
        }
        else
        {
            server.ListenAnyIP(Port, Configure);
        }

        void Configure(ListenOptions listen)
        {
            listen.Use(next => connection =>
            {
                connection.Features.Set(mark);
                return next(connection);
            });
            if (Scheme == "https")
            {
                listen.UseHttps();
            }
        }
    }

    private static ListenerAddress ParseOne(string key, string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.Scheme is "http" or "https" && address.PathBase.Length == 0 && !address.IsUnixPipe && address.Port is >= 0 and <= 65535
                ? new ListenerAddress(address.Scheme, address.Host.ToLowerInvariant(), address.Port)
                : throw Wrong(key, url);
        }
        catch (FormatException)
        {
            throw Wrong(key, url);
        }
    }

    private static CommandLine.WrongUseException Wrong(string key, string url) =>
        new($"{key} must be addresses like http://localhost:5080, joined by ';', with a port from 0 to 65535 and no path; it is '{url}'.");
}
