using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Outreach.Channels.Transcripts;

namespace Outreach.Channels.DirectLine;

public static class DirectLineRegistration
{
    private static readonly char[] Separators = [',', ' ', ';'];

    /// <summary>Adds Direct Line and the <see cref="TranscriptStore"/>. Needs an <see cref="ITurnHandler"/> and a <see cref="TokenSigner"/>.</summary>
    public static IServiceCollection AddDirectLine(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DirectLineOptions.Section);
        services.AddOptions<DirectLineOptions>()
            .Configure(o =>
            {
                o.Secret = section[nameof(DirectLineOptions.Secret)] is { Length: > 0 } secret ? secret : null;
                o.AllowedOrigins = Origins(section.GetSection(nameof(DirectLineOptions.AllowedOrigins)));
            })
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DirectLineOptions>, DirectLineOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(s => new TranscriptStore(s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DirectLineTokens>();
        services.AddSingleton<StreamTickets>();
        services.AddSingleton<AddressLimits>();
        services.AddSingleton<DirectLineAccess>();
        services.AddSingleton<DirectLineConversations>();
        services.AddSingleton<DirectLineSockets>();
        services.AddSingleton<DirectLineActivities>();
        services.AddSingleton<DirectLineUpload>();
        services.AddSingleton<IChannelSender, DirectLineSender>();
        return services;
    }

    private static IReadOnlyList<string> Origins(IConfigurationSection section) =>
        [.. section.GetChildren().Select(c => c.Value).Append(section.Value).SelectMany(v => (v ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
