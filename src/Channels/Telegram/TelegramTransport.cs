using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

/// <summary>One call, one answer. The token is in the path, so nothing here tells an address to anyone.</summary>
internal sealed class TelegramTransport : IDisposable
{
    /// <summary>For all but long polls: Telegram answers within a second, or something is wrong.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(20);

    private const int MaxAnswerBytes = 16 * 1024 * 1024;

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TelegramHealth _health;
    private readonly string _root;

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public TelegramTransport(IOptions<TelegramOptions> options, TelegramHealth health, TimeProvider time)
    {
        (_health, _time) = (health, time);
        _root = $"{options.Value.ApiBaseUrl.TrimEnd('/')}/bot{options.Value.Token}/";

        // Not from IHttpClientFactory, which logs addresses; and without a propagator there is no
        // diagnostics handler, so no trace gets an activity tagged with the address.
        _http = new HttpClient(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = MaxAnswerBytes,
        };
    }

    public void Dispose() => _http.Dispose();

    public Task<ApiAnswer<TResult>> CallAsync<TRequest, TResult>(
        string method, TRequest request, JsonTypeInfo<TRequest> requestType, JsonTypeInfo<ApiResponse<TResult>> resultType, CancellationToken cancellationToken) =>
        CallAsync(method, JsonContent(JsonSerializer.SerializeToUtf8Bytes(request, requestType)), resultType, cancellationToken);

    public async Task<ApiAnswer<TResult>> CallAsync<TResult>(
        string method, HttpContent content, JsonTypeInfo<ApiResponse<TResult>> resultType, CancellationToken cancellationToken)
    {
        var posted = await PostAsync(method, content, CallTimeout, cancellationToken);
        if (posted.Answer is not { } answer)
        {
            return posted.Left ? new ApiAnswer<TResult>.Unanswered() : new ApiAnswer<TResult>.Unreachable();
        }

        try
        {
            var response = JsonSerializer.Deserialize(answer.Body, resultType);
            return response switch
            {
                { Ok: true, Result: { } result } => new ApiAnswer<TResult>.Done(result),
                { Ok: false } => Error<TResult>(response.ErrorCode ?? answer.Status, response.Description, response.Parameters, answer.RetryAfter),
                _ => Unread<TResult>(answer),
            };
        }
        catch (JsonException)
        {
            return Unread<TResult>(answer);
        }
    }

    /// <summary>The bytes of an answer, for updates, which are read one by one.</summary>
    public async Task<Posted> PostAsync(string method, HttpContent content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var posted = await TryPostAsync(method, content, timeout, cancellationToken);
        _health.Note(posted.Answer?.Status);
        return posted;
    }

    private async Task<Posted> TryPostAsync(string method, HttpContent content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _root + method) { Content = content };
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, both.Token);
            var body = await response.Content.ReadAsByteArrayAsync(both.Token);
            return new Posted(new RawAnswer((int)response.StatusCode, body, Bounded(response.Headers.RetryAfter?.Delta)), true);
        }
        catch (HttpRequestException fault)
        {
            return new Posted(null, fault.HttpRequestError is not (
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Not our timer: then it was the time to connect that ran out.
            return new Posted(null, timer.IsCancellationRequested);
        }
    }

    public static ByteArrayContent JsonContent(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    /// <summary>A status of 4xx means what it says even when a proxy wrote the body.</summary>
    private static ApiAnswer<T> Unread<T>(RawAnswer answer) => answer.Status is 401 or 403 or 404 or 413 or 429
        ? Error<T>(answer.Status is 403 ? 502 : answer.Status, null, null, answer.RetryAfter)
        : new ApiAnswer<T>.Garbled(answer.Status);

    private static ApiAnswer<T>.Error Error<T>(int code, string? description, ResponseParameters? parameters, TimeSpan? retryAfterHeader) =>
        new(code, description ?? "", Bounded(parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : retryAfterHeader), parameters?.MigrateToChatId);

    /// <summary>Whatever stands between us and Telegram may ask for years, and a timer takes no more than 49 days.</summary>
    private static TimeSpan? Bounded(TimeSpan? wait) => wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, 0, LongestWait.Ticks)) : null;

    /// <param name="Answer">Null when nothing came.</param>
    /// <param name="Left">False when no connection came about, so that nothing left us.</param>
    internal readonly record struct Posted(RawAnswer? Answer, bool Left);

    internal sealed record RawAnswer(int Status, byte[] Body, TimeSpan? RetryAfter);
}
