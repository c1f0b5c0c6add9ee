using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Outreach.Channels.DirectLine;

/// <summary>Answers in the shapes of Direct Line. Codes are stable; clients read them, people read messages.</summary>
internal static class DirectLineAnswer
{
    public static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task Json(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(body.ToJsonString(Readable), context.RequestAborted);
    }

    public static Task Id(HttpContext context, string id) => Json(context, StatusCodes.Status200OK, new JsonObject { ["id"] = id });

    public static Task Error(HttpContext context, int status, string code, string message) =>
        Json(context, status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static Task TooMany(HttpContext context, TimeSpan wait, string what)
    {
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Error(context, StatusCodes.Status429TooManyRequests, "TooManyRequests", what + " Wait as Retry-After says.");
    }

    public static Task NotStored(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return Error(context, StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "The activity could not be stored. Send it again.");
    }
}
