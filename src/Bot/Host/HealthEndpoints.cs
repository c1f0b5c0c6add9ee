using System.Text.Json.Serialization;
using Outreach.Content.Store;
using Outreach.Storage;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Host;

/// <summary>What a supervisor asks.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Json(new LiveHealth("alive"), HealthJson.Default.LiveHealth));
        routes.MapGet("/health/ready", ReadyAsync);
    }

    /// <summary>503 only when turns cannot be stored: broken content is served in its last good version.</summary>
    private static async Task<IResult> ReadyAsync(ContentStore content, StorageStartup storage, ITurnStore turns, CancellationToken cancellationToken)
    {
        var stored = await CanStoreAsync(turns, cancellationToken);
        var health = new ReadyHealth(
            stored ? "ready" : "unavailable",
            content.Status.State.ToString().ToLowerInvariant(),
            stored ? storage.Provider.ToString().ToLowerInvariant() : "unavailable");
        return Results.Json(health, HealthJson.Default.ReadyHealth, statusCode: stored ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> CanStoreAsync(ITurnStore turns, CancellationToken cancellationToken)
    {
        try
        {
            await turns.LoadAsync(new byte[16], cancellationToken);
            return true;
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }
}

internal sealed record LiveHealth(string Status);

internal sealed record ReadyHealth(string Status, string Content, string Storage);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LiveHealth))]
[JsonSerializable(typeof(ReadyHealth))]
internal sealed partial class HealthJson : JsonSerializerContext;
