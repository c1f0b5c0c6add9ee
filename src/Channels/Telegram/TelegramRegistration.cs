using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Outreach.Channels.Telegram;

public static class TelegramRegistration
{
    /// <summary>Adds the channel when <c>Telegram:Token</c> is set; otherwise nothing.</summary>
    /// <param name="receive">False on a node that only sends (role sender): it then neither polls nor sets a webhook.</param>
    /// <remarks>
    /// Needs an <see cref="ITurnHandler"/> to receive. Takes, where registered: <see cref="IPollOffsets"/>, <see cref="TelegramCommandSet"/>, <see cref="TelegramNameKept"/>, <see cref="ChannelFiles"/>, a <see cref="TimeProvider"/>.
    /// </remarks>
    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration, bool receive = true)
    {
        var section = configuration.GetSection(TelegramOptions.Section);
        if (string.IsNullOrEmpty(section[nameof(TelegramOptions.Token)]))
        {
            return services;
        }

        services.AddOptions<TelegramOptions>().Configure(options => TelegramSettings.Read(section, options)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<BotIdentity>();
        services.AddSingleton<TelegramHealth>();
        services.AddSingleton<TelegramTransport>();
        services.AddSingleton<TelegramClient>();
        services.AddSingleton<TelegramMedia>();
        services.AddSingleton(s => new SendBudget(s.GetRequiredService<IOptions<TelegramOptions>>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TelegramSender>();
        services.AddSingleton<IChannelSender>(s => s.GetRequiredService<TelegramSender>());
        services.AddSingleton<IBroadcastSender>(s => s.GetRequiredService<TelegramSender>());
        if (receive)
        {
            services.AddSingleton<TelegramReader>();
            services.AddSingleton<CallbackAnswers>();
            services.AddSingleton<TelegramInbox>();
            services.AddSingleton<TelegramPoller>();
            services.AddSingleton<IHostedService>(s => s.GetRequiredService<CallbackAnswers>());
            services.AddHostedService<TelegramService>();
        }

        return services;
    }
}
