using System.Net;
using Microsoft.AspNetCore.Http;

namespace Outreach.Staff.Access;

/// <summary>Whether a request was made on this machine, and not handed on by a proxy on it.</summary>
public static class ThisMachine
{
    /// <summary>The middleware that believes a named proxy moves a header it has used to the second of each pair.</summary>
    private static readonly string[] HandedOn = ["X-Forwarded-For", "X-Original-For", "X-Forwarded-Host", "X-Original-Host", "X-Real-IP", "Forwarded", "Via"];

    public static bool Asks(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && !HandedOn.Any(context.Request.Headers.ContainsKey);
}
