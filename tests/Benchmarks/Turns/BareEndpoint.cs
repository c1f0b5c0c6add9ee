using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Outreach.Benchmarks.Turns;

/// <summary>The floor: a bare Kestrel endpoint that reads an update and makes the same outgoing call, storing and finding nothing.</summary>
internal static class BareEndpoint
{
    public static async Task<int> RunAsync(string url, string api)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = new Uri(api) };
        var app = builder.Build();
        app.Run(async context =>
        {
            using var update = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            var chat = update.RootElement.GetProperty("message").GetProperty("chat").GetProperty("id").GetInt64();
            context.Response.StatusCode = StatusCodes.Status200OK;
            await context.Response.CompleteAsync();
            using var content = new StringContent($$"""{"chat_id":{{chat}},"text":"ok"}""", MediaTypeHeaderValue.Parse("application/json"));
            using var answer = await http.PostAsync(new Uri("/bot1:x/sendMessage", UriKind.Relative), content, CancellationToken.None);
        });
        app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"ready {url}"));
        await app.RunAsync();
        return 0;
    }
}
