using Outreach.Bot.Host;
using Outreach.Cases;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Keys;

namespace Outreach.Bot.CommandLine;

/// <summary><c>keys rotate</c>: what the service does each hour, now. Beside a running service or alone.</summary>
internal static class KeysVerbs
{
    public static async Task<int> RotateAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var builder = HouseHost.Create(call.Settings);
        if (!NodeRolesText.Parse(builder.Configuration["Roles"]).HasFlag(NodeRoles.Console))
        {
            throw new WrongUseException("'keys rotate' needs the console's keys: run it where Roles has console.");
        }

        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddCases(NodeRoles.Console);
        await using var services = builder.Services.BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, cancellationToken);
        if (services.GetRequiredService<StorageStartup>().KeepsNothing)
        {
            throw new WrongUseException("'keys rotate' needs a database that lasts: with Storage:Provider=InMemory there is none.");
        }

        var done = await services.GetRequiredService<KeyRotation>().RunAsync(cancellationToken);
        await terminal.Out.WriteLineAsync($"All cases are sealed to the key of {done.Epoch}: {done.Moved} moved, {done.Destroyed} old keys destroyed.");
        return ExitCodes.Done;
    }
}
