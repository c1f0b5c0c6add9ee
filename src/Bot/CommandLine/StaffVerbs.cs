using Outreach.Bot.Host;
using Outreach.Staff.Accounts;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Bot.CommandLine;

/// <summary><c>staff add</c>, <c>staff reset</c>, <c>staff disable</c>: accounts from the machine itself, beside a running service or without one.</summary>
internal static class StaffVerbs
{
    public static Task<int> AddAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var role = RoleOf(call.Option("role"));
        if (!call.Options.ContainsKey("password-stdin"))
        {
            throw new WrongUseException("Give the password on standard input and say so: --password-stdin. On the command line others could read it.");
        }

        return WithAsync(call, async accounts =>
        {
            var password = await Console.In.ReadLineAsync(cancellationToken) ?? "";
            var wanted = new NewMember { Name = call.Texts[0], DisplayName = call.Texts[0], Role = role };
            return await EndAsync(await accounts.AddAsync(wanted, password, Actor.CommandLine()), terminal, "added; the second factor is set up at the first sign-in.", null);
        }, cancellationToken);
    }

    public static Task<int> ResetAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) => WithMemberAsync(call, async (accounts, member) =>
        await EndAsync(
            await accounts.ResetAsync(member, Actor.CommandLine(), cancellationToken),
            terminal,
            "reset; this link sets a new password, once, within 24 hours:",
            Listeners.Read(HouseHost.Create(call.Settings).Configuration).Console[0]), cancellationToken);

    public static Task<int> DisableAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) => WithMemberAsync(call, async (accounts, member) =>
        await EndAsync(await accounts.DisableAsync(member, Actor.CommandLine(), cancellationToken), terminal, "disabled.", null), cancellationToken);

    private static StaffRole RoleOf(string? given) =>
        Enum.GetNames<StaffRole>().FirstOrDefault(name => name.Equals(given, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Enum.Parse<StaffRole>(found)
            : throw new WrongUseException($"--role must be one of {string.Join(", ", Enum.GetNames<StaffRole>().Select(name => name.ToLowerInvariant()))}.");

    private static async Task<int> EndAsync(AccountOutcome outcome, Terminal terminal, string said, ListenerAddress? console)
    {
        switch (outcome)
        {
            case AccountOutcome.Done(var member, var link):
                await terminal.Out.WriteLineAsync($"{member.Name}: {said}");
                if (link is not null && console is not null)
                {
                    await terminal.Out.WriteLineAsync(StaffLink.Of($"{console.Scheme}://{console.Host}:{console.Port}", link));
                }

                return ExitCodes.Done;
            case AccountOutcome.Refused(var codes):
                await terminal.Error.WriteLineAsync($"outreach: refused ({string.Join(", ", codes)}).");
                return ExitCodes.Fault;
            case AccountOutcome.WouldLockOut:
                await terminal.Error.WriteLineAsync("outreach: refused: this is the last admin.");
                return ExitCodes.Fault;
            default:
                await terminal.Error.WriteLineAsync("outreach: there is no such account.");
                return ExitCodes.Fault;
        }
    }

    private static Task<int> WithMemberAsync(Invocation call, Func<StaffAccounts, StaffMember, Task<int>> run, CancellationToken cancellationToken) =>
        WithAsync(call, async accounts => await accounts.FindByNameAsync(call.Texts[0]) is { } member
            ? await run(accounts, member)
            : throw new WrongUseException("There is no account of this name."), cancellationToken);

    private static async Task<int> WithAsync(Invocation call, Func<StaffAccounts, Task<int>> run, CancellationToken cancellationToken)
    {
        var builder = HouseHost.Create(call.Settings);
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddStaffAccounts(OrganisationOptions.NameIn(builder.Configuration), []);
        await using var services = builder.Services.BuildServiceProvider();
        var storage = services.GetRequiredService<StorageStartup>();
        await storage.PrepareAsync(StorageUse.Verb, cancellationToken);
        if (storage.KeepsNothing)
        {
            throw new WrongUseException("There is nothing to keep an account in: Storage:Provider is InMemory. Open the link that the service prints at its start.");
        }

        await using var scope = services.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<StaffAccounts>());
    }
}
