using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outreach.Channels.DirectLine;
using Outreach.Testing;

namespace Outreach.Channels.Tests.DirectLine;

/// <summary>Direct Line as the program hosts it, and a client that speaks to it over the wire.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    public const string Secret = "a-secret-of-more-than-32-characters-000";

    private static readonly byte[] Key = Encoding.ASCII.GetBytes("0123456789abcdef0123456789abcdef");

    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private DirectLineHost(WebApplication app)
    {
        _app = app;
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public ScriptedTurns Turns => (ScriptedTurns)_app.Services.GetRequiredService<ITurnHandler>();

    public HandMovedClock Clock => (HandMovedClock)_app.Services.GetRequiredService<TimeProvider>();

    public IChannelSender Sender => _app.Services.GetRequiredService<IChannelSender>();

    public string Authority => _http.BaseAddress!.Authority;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static byte[] Sign(ReadOnlySpan<byte> payload) => HMACSHA256.HashData(Key, payload);

    public static async Task<DirectLineHost> StartAsync(string? secret = null, string? origins = null, long? maxBodyBytes = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(server => server.Limits.MaxRequestBodySize = maxBodyBytes ?? server.Limits.MaxRequestBodySize);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["DirectLine:Secret"] = secret, ["DirectLine:AllowedOrigins"] = origins });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new HandMovedClock());
        builder.Services.AddSingleton<ITurnHandler>(new ScriptedTurns());
        builder.Services.AddSingleton<TokenSigner>(Sign);
        builder.Services.AddDirectLine(builder.Configuration);
        var app = builder.Build();
        app.MapDirectLine();
        await app.StartAsync(Cancel);
        return new DirectLineHost(app);
    }

    public async Task<(int Status, JsonElement Body, HttpResponseMessage Response)> CallAsync(HttpMethod method, string path, string? bearer, HttpContent? content = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline" + path) { Content = content };
        request.Headers.Authorization = bearer is null ? null : new AuthenticationHeaderValue("Bearer", bearer);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        var response = await _http.SendAsync(request, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement, response);
    }

    public Task<(int Status, JsonElement Body, HttpResponseMessage Response)> PostAsync(string path, string? bearer, string json = "") =>
        CallAsync(HttpMethod.Post, path, bearer, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<(int Status, JsonElement Body, HttpResponseMessage Response)> GetAsync(string path, string? bearer) => CallAsync(HttpMethod.Get, path, bearer);

    public static string Code((int Status, JsonElement Body, HttpResponseMessage Response) answer) => $"{answer.Status} {answer.Body.GetProperty("error").GetProperty("code").GetString()}";

    /// <summary>A token and its conversation, started.</summary>
    public async Task<(string Id, string Token, string StreamUrl)> OpenAsync(string body = "")
    {
        var granted = await PostAsync("/tokens/generate", null, body);
        var opened = await PostAsync("/conversations", granted.Body.GetProperty("token").GetString());
        return (opened.Body.GetProperty("conversationId").GetString()!, opened.Body.GetProperty("token").GetString()!, opened.Body.GetProperty("streamUrl").GetString()!);
    }

    public static async Task<ClientWebSocket> ConnectAsync(string url, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(url), Cancel);
        return socket;
    }

    /// <summary>The next frame; null when the server closed.</summary>
    public static async Task<JsonElement?> HearAsync(ClientWebSocket socket)
    {
        var buffer = new byte[65_536];
        var length = 0;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(length), Cancel);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += part.Count;
            if (part.EndOfMessage)
            {
                return JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
