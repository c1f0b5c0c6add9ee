using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.CommandLine;
using Outreach.Storage;
using Outreach.Storage.Staff;
using Outreach.Testing.Postgres;

namespace Outreach.Bot.Tests.CommandLine;

/// <summary><c>staff add</c>, <c>staff reset</c> and <c>staff disable</c>, from the command line to the database.</summary>
public sealed class StaffVerbsTests(TestCluster cluster) : IClassFixture<TestCluster>, IAsyncLifetime
{
    private const string Password = "con trâu đen ăn cỏ ướt";

    private readonly string _folder = Directory.CreateTempSubdirectory("outreach-staff-").FullName;
    private Dictionary<string, string?> _settings = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _settings = (await cluster.CreateDatabaseAsync(Cancellation)).Settings(_folder);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_added_account_has_the_password_of_the_standard_input_and_no_second_factor_yet()
    {
        var shell = await AddAsync("hoa", "Admin");

        Assert.Equal((ExitCodes.Done, "hoa: added; the second factor is set up at the first sign-in.\n"), (shell.Exit, shell.Out));
        Assert.DoesNotContain(Password, shell.Out + shell.Error, StringComparison.Ordinal);
        var (staff, audit) = await ReadAsync();
        var hoa = Assert.Single(staff);
        Assert.Equal((StaffRole.Admin, false, false), (hoa.Role, hoa.Disabled, hoa.HasSecondFactor));
        Assert.NotEqual(PasswordVerificationResult.Failed, new PasswordHasher<StaffMember>().VerifyHashedPassword(hoa, hoa.PasswordHash!, Password));
        var line = Assert.Single(audit);
        Assert.Equal((AuditAction.StaffAdded, null, hoa.Id.ToString("D")), (line.Action, line.StaffId, line.Id));
        Assert.StartsWith("command line (", line.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", "PasswordTooShort")]
    [InlineData("", "PasswordTooShort")]
    [InlineData("password1234", "PasswordCommon")]
    public async Task A_password_that_the_rules_refuse_makes_no_account(string password, string code)
    {
        var shell = await TypeAsync(password, "staff", "add", "hoa", "--role", "editor", "--password-stdin");

        Assert.Equal(ExitCodes.Fault, shell.Exit);
        Assert.Contains($"refused ({code})", shell.Error, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync()).Staff);
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await AddAsync("hoa", "admin");

        var again = await AddAsync("HOA", "editor");

        Assert.Equal(ExitCodes.Fault, again.Exit);
        Assert.Contains("DuplicateUserName", again.Error, StringComparison.Ordinal);
        Assert.Equal(StaffRole.Admin, Assert.Single((await ReadAsync()).Staff).Role);
    }

    [Theory]
    [InlineData("--password-stdin", "staff", "add", "hoa", "--role", "admin")]
    [InlineData("--role must be one of editor, campaigner, counsellor, manager, admin", "staff", "add", "hoa", "--role", "queen", "--password-stdin")]
    [InlineData("--role must be one of", "staff", "add", "hoa", "--password-stdin")]
    [InlineData("", "staff", "add", "--role", "admin", "--password-stdin")]
    [InlineData("", "staff", "reset")]
    [InlineData("", "staff", "disable", "hoa", "mai")]
    [InlineData("", "staff", "add", "hoa", "--role", "admin", "--password", "con trâu đen ăn cỏ ướt")]
    public async Task Wrong_use_is_said_and_changes_nothing(string said, params string[] verb)
    {
        var shell = await TypeAsync(Password, verb);

        Assert.Equal((ExitCodes.WrongUse, ""), (shell.Exit, shell.Out));
        Assert.Contains(said, shell.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_takes_the_password_away_and_prints_a_link_to_the_console()
    {
        await AddAsync("hoa", "admin");

        var shell = await TypeAsync("", "staff", "reset", "hoa", "--Console:Urls=http://127.0.0.1:7009");

        Assert.Equal(ExitCodes.Done, shell.Exit);
        Assert.Matches("^hoa: reset; this link sets a new password, once, within 24 hours:\nhttp://127\\.0\\.0\\.1:7009/moi/[A-Za-z0-9_-]{20,}\n$", shell.Out);
        var (staff, audit) = await ReadAsync();
        Assert.Null(Assert.Single(staff).PasswordHash);
        Assert.Equal([AuditAction.StaffAdded, AuditAction.StaffReset], audit.Select(line => line.Action));
    }

    [Fact]
    public async Task A_disabled_account_stays_and_the_last_admin_cannot_be_disabled()
    {
        await AddAsync("hoa", "admin");
        await AddAsync("mai", "editor");

        var mai = await TypeAsync("", "staff", "disable", "mai");
        var hoa = await TypeAsync("", "staff", "disable", "hoa");

        Assert.Equal((ExitCodes.Done, "mai: disabled.\n"), (mai.Exit, mai.Out));
        Assert.Equal((ExitCodes.Fault, "outreach: refused: this is the last admin.\n"), (hoa.Exit, hoa.Error));
        Assert.Equal([("hoa", false), ("mai", true)], (await ReadAsync()).Staff.Select(member => (member.Name, member.Disabled)));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("disable")]
    public async Task An_account_that_is_not_there_is_wrong_use(string verb)
    {
        var shell = await TypeAsync("", "staff", verb, "nobody");

        Assert.Equal((ExitCodes.WrongUse, ""), (shell.Exit, shell.Out));
        Assert.Contains("There is no account of this name.", shell.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_kept_there_are_no_accounts_to_add()
    {
        var shell = await TypeAsync(Password, "staff", "add", "hoa", "--role", "admin", "--password-stdin", "--Storage:Provider=InMemory");

        Assert.Equal((ExitCodes.WrongUse, ""), (shell.Exit, shell.Out));
        Assert.Contains("Storage:Provider is InMemory", shell.Error, StringComparison.Ordinal);
    }

    private Task<Shell> AddAsync(string name, string role) => TypeAsync(Password, "staff", "add", name, "--role", role, "--password-stdin");

    /// <summary>Nothing else in these tests reads the standard input.</summary>
    private async Task<Shell> TypeAsync(string line, params string[] verb)
    {
        Console.SetIn(new StringReader(line + "\n"));
        return await Shell.RunAsync([.. verb, .. _settings.Where(setting => !verb.Any(word => word.StartsWith($"--{setting.Key}=", StringComparison.Ordinal))).Select(setting => $"--{setting.Key}={setting.Value}")]);
    }

    private async Task<(IReadOnlyList<StaffMember> Staff, IReadOnlyList<AuditEntry> Audit)> ReadAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        await using var services = new ServiceCollection().AddLogging().AddStorage(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().PrepareAsync(StorageUse.Verb, Cancellation);
        await using var db = await services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Cancellation);
        return (await db.Staff.OrderBy(member => member.Name).ToListAsync(Cancellation), await db.AuditEntries.OrderBy(line => line.Number).ToListAsync(Cancellation));
    }
}
