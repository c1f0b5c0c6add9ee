using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
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
            (buffer, var length) = await ReadAsync(context.Request, buffer, context.RequestAborted);
            if (length > MaxBytes)
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }

            await AcceptAsync(context.Response, buffer.AsMemory(0, length), context.RequestAborted);
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

    private async Task AcceptAsync(HttpResponse response, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var receipt = await inbox.AcceptAsync(inbox.Read(body), cancellationToken);
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
        if (request.ContentLength > MaxBytes)
        {
            return (buffer, MaxBytes + 1);
        }

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
