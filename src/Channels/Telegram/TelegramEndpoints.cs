using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

public static class TelegramEndpoints
{
    internal const string WebhookPath = "/webhooks/telegram";

    /// <summary>Maps POST /webhooks/telegram when the channel is on and in mode Webhook; otherwise nothing.</summary>
    public static IEndpointConventionBuilder? MapTelegram(this IEndpointRouteBuilder endpoints)
    {
        var services = endpoints.ServiceProvider;
        if (services.GetService<TelegramInbox>() is not { } inbox || services.GetRequiredService<IOptions<TelegramOptions>>().Value.Mode != TelegramMode.Webhook)
        {
            return null;
        }

        var webhook = ActivatorUtilities.CreateInstance<TelegramWebhook>(services, inbox);
        return endpoints.MapPost(WebhookPath, webhook.HandleAsync);
    }
}
