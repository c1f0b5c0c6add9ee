using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

/// <summary>What Telegram brings. Anything but a 2xx is brought again and holds up its chat, so only what may help later is refused.</summary>
internal sealed class TelegramWebhook(TelegramInbox inbox, IOptions<TelegramOptions> options)
{
    private const int MaxBytes = 256 * 1024;
    private const string RetryAfterSeconds = "5";
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private readonly byte[] _secret = SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.WebhookSecret!));

    public async Task HandleAsync(HttpContext context)
    {
        if (!IsTelegram(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(InitialSize(context.Request));
        try
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                // Read as far as MaxBytes and no further, however long it says it is.
                size.MaxRequestBodySize = null;
            }

            (buffer, var length) = await ReadAsync(context.Request, buffer, context.RequestAborted);
            var body = buffer.AsMemory(0, Math.Min(length, MaxBytes));
            await AcceptAsync(context.Response, length > MaxBytes ? TelegramReader.Oversize(body) : inbox.Read(body), context.RequestAborted);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Gone in the middle: there is nobody to answer, and it will be brought again.
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException fault)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private async Task AcceptAsync(HttpResponse response, ReadUpdate update, CancellationToken cancellationToken)
    {
        var receipt = await inbox.AcceptAsync(update, cancellationToken);
        if (receipt == TurnReceipt.Unavailable)
        {
            response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            response.Headers.RetryAfter = RetryAfterSeconds;
        }
    }

    /// <summary>Hashes are compared, so that neither content nor length of the secret shows in the time taken.</summary>
    private bool IsTelegram(HttpRequest request) =>
        request.Headers[SecretHeader] is [{ } given] && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(given)), _secret);

    private static int InitialSize(HttpRequest request) => (int)Math.Clamp(request.ContentLength ?? 4096, 1, MaxBytes) + 1;

    private static async Task<(byte[] Buffer, int Length)> ReadAsync(HttpRequest request, byte[] buffer, CancellationToken cancellationToken)
    {
        var length = 0;
        while (length <= MaxBytes)
        {
            if (length == buffer.Length)
            {
                var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                buffer.CopyTo(larger, 0);
                ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
                buffer = larger;
            }

            var read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                break;
            }

            length += read;
        }

        return (buffer, length);
    }
}
