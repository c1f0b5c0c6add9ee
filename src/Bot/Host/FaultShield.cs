using Outreach.Storage;

namespace Outreach.Bot.Host;

/// <summary>Around routing and all that answers, the error pages too (they run a second time through it); outside it are only the headers and the choice of an error page. A fault ends in a status and in its type's name, never in an exception's message, which may carry what somebody typed.</summary>
internal sealed partial class FaultShield(RequestDelegate next, ILogger<FaultShield> log)
{
    /// <summary>Seconds after which a caller may try again when the database is down.</summary>
    private const string RetryAfter = "10";

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (BadHttpRequestException fault) when (!context.Response.HasStarted)
        {
            context.Response.StatusCode = fault.StatusCode;
        }
        catch (StoreUnavailableException) when (!context.Response.HasStarted)
        {
            context.Response.Headers.RetryAfter = RetryAfter;
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        catch (Exception fault)
        {
            Failed(log, fault.GetType().Name);
            if (context.Response.HasStarted)
            {
                context.Abort();
                return;
            }

            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed ({Fault}).")]
    private static partial void Failed(ILogger logger, string fault);
}
