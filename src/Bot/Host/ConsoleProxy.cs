using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Outreach.Bot.CommandLine;

namespace Outreach.Bot.Host;

/// <summary>A proxy in front of the console (<c>Console:Proxy</c>): it alone is believed about who asks, and no other machine comes in beside it.</summary>
internal static class ConsoleProxy
{
    private const string Key = "Console:Proxy";

    /// <returns>Its address; null when none is named.</returns>
    /// <exception cref="WrongUseException">It is no address.</exception>
    public static IPAddress? Read(IConfiguration configuration) => configuration[Key] switch
    {
        null or "" => null,
        var given when IPAddress.TryParse(given, out var address) => address,
        var given => throw new WrongUseException($"{Key} must be the IP address of the proxy in front of the console; it is '{given}'."),
    };

    public static void UseConsoleProxy(this IApplicationBuilder console, IPAddress proxy)
    {
        console.Use((context, next) =>
        {
            var from = context.Connection.RemoteIpAddress;
            if (from is not null && !IPAddress.IsLoopback(from) && !Plain(from).Equals(Plain(proxy)))
            {
                context.SetEndpoint(null);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }

            return next(context);
        });
        var trusted = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        // By default every address of the loopback is believed too: any program on this machine could then say who it is.
        trusted.KnownProxies.Clear();
        trusted.KnownIPNetworks.Clear();
        trusted.KnownProxies.Add(proxy);
        console.UseForwardedHeaders(trusted);
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
