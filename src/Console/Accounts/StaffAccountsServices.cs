using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>Puts staff accounts into a host, with or without the console's pages.</summary>
public static class StaffAccountsServices
{
    /// <summary>PBKDF2-HMAC-SHA-512, as OWASP asks for (2023): about a fifth of a second here.</summary>
    private const int HashIterations = 210_000;

    public static IServiceCollection AddStaffAccounts(this IServiceCollection services, string organisation, IReadOnlyList<string> channels)
    {
        services.AddSingleton(new StaffFacts(organisation, channels));
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.AddIdentityCore<StaffMember>(identity =>
        {
            identity.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._";
            identity.Password = new PasswordOptions
            {
                RequiredLength = PasswordRules.MinChars,
                RequiredUniqueChars = 0,
                RequireDigit = false,
                RequireLowercase = false,
                RequireUppercase = false,
                RequireNonAlphanumeric = false,
            };
        }).AddUserStore<StaffStore>().AddPasswordValidator<PasswordRules>();
        services.AddScoped(provider => (StaffStore)provider.GetRequiredService<IUserStore<StaffMember>>());
        services.AddScoped(provider => new StaffAccounts(
            provider.GetRequiredService<UserManager<StaffMember>>(),
            provider.GetRequiredService<StaffStore>(),
            provider.GetRequiredService<KeyRing>(),
            provider.GetRequiredService<Storage.LocalDay>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>What the pages need beside the accounts: sessions that outlive a restart, limits, the way to the first account.</summary>
    internal static IServiceCollection AddStaffSignIn(this IServiceCollection services)
    {
        services.AddSingleton<SignInLimits>();
        services.AddScoped<SignInDesk>();
        services.AddSingleton<FirstAccount>();
        services.AddDataProtection().SetApplicationName("outreach");
        services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((management, keys) =>
        {
            management.XmlEncryptor = new SessionKeySeal(keys);
            management.XmlRepository = keys.OpenConsoleFolder("sessions") is { } folder
                ? new FileSystemXmlRepository(new DirectoryInfo(folder), NullLoggerFactory.Instance)
                : new MemoryKeys();
        });
        return services;
    }
}
