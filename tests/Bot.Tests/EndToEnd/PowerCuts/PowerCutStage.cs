using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Testing.Programs;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.PowerCuts;

/// <summary>The real program on a folder and a fake Telegram, killed and started again as often as a test likes.</summary>
internal sealed class PowerCutStage : IAsyncDisposable
{
    private readonly DataFolder _folder = new DataFolder().WithSmallLibrary();
    private FakeBotApi? _telegram;
    private OutreachProgram? _program;
    private ServiceProvider? _beside;
    private int _chats;

    public FakeBotApi Telegram => _telegram!;

    /// <summary>The worker of the point that is tried.</summary>
    public HelpTalk Talk { get; private set; } = null!;

    public NpgsqlDataSource Source => _beside!.GetRequiredService<StorageStartup>().Source;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _telegram ??= await FakeBotApi.StartAsync();
        _program = await OutreachProgram.ServeSmallAsync(
            _folder.Path, $"Telegram:Token={_telegram.Token}", $"Telegram:ApiBaseUrl={_telegram.BaseUrl}", "Storage:Provider=Local");
        _beside ??= await DeskProbe.OpenAsync(_folder.Path, cancellationToken);
    }

    public void NextWorker()
    {
        _chats++;
        Talk = new HelpTalk(Telegram.Chat(70_050_000 + _chats), $"Người ta giữ giấy tờ của tôi, chuyện số {_chats}.");
    }

    /// <summary>The power goes.</summary>
    public Task KillAsync() => _program!.KillAsync();

    /// <summary>A request of this worker, received.</summary>
    public async Task<Guid> AskAsync(bool intoChat, CancellationToken cancellationToken)
    {
        var before = await CaseIdsAsync(cancellationToken);
        await Talk.WriteAsync(intoChat, cancellationToken);
        await Talk.PressAsync("g:send:", cancellationToken);
        await Talk.UntilAsync(HelpTalk.IsReceived, cancellationToken);
        return Assert.Single(await CaseIdsAsync(cancellationToken), id => !before.Contains(id));
    }

    /// <summary>Lets staff do something in a process of their own, up to where the database holds it, and kills that process.</summary>
    public async Task KillDeskAsync(string doing, Guid caseId, DatabaseHold? hold, CancellationToken cancellationToken)
    {
        using var desk = DeskProbe.Start(_folder.Path, doing, caseId);
        _ = desk.StandardOutput.ReadToEndAsync(cancellationToken);
        await (hold is null ? DeskProbe.DoneAsync(_folder.Path, cancellationToken) : hold.ReachedAsync(cancellationToken));
        desk.Kill();
        await desk.WaitForExitAsync(cancellationToken);
    }

    /// <summary>What staff do when nobody kills anybody.</summary>
    public IServiceProvider Beside => _beside!;

    public async Task<IReadOnlySet<Guid>> CaseIdsAsync(CancellationToken cancellationToken)
    {
        await using var db = await Database(cancellationToken);
        return (await db.HelpCases.Select(c => c.Id).ToListAsync(cancellationToken)).ToHashSet();
    }

    public async Task<CaseState?> StateOfAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = await Database(cancellationToken);
        return (await db.HelpCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken))?.State;
    }

    public async Task<int> StaffTextsOfAsync(Guid caseId, CancellationToken cancellationToken)
    {
        await using var db = await Database(cancellationToken);
        return await db.CaseTexts.CountAsync(t => t.CaseId == caseId && t.Author == TextAuthor.Staff, cancellationToken);
    }

    /// <summary>Links whose key is kept and whose row is not there: closing and erasing must leave none.</summary>
    public async Task<IReadOnlySet<Guid>> KeysWithoutARowAsync(CancellationToken cancellationToken)
    {
        await using var db = await Database(cancellationToken);
        var links = await db.CaseLinks.Select(link => link.Id).ToListAsync(cancellationToken);
        var kept = await _beside!.GetRequiredService<LinkFiles>().AllAsync(cancellationToken);
        return kept.Except(links).ToHashSet();
    }

    /// <summary>However it was left.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        await using (var connection = await Source.OpenConnectionAsync(cancellationToken))
        await using (var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'; DROP FUNCTION IF EXISTS hold_for_test CASCADE", connection))
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        if (_program is { HasEnded: false })
        {
            await KillAsync();
        }

        await StartAsync(cancellationToken);
    }

    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(150), what);
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        if (_beside is not null)
        {
            await _beside.DisposeAsync();
        }

        if (_telegram is not null)
        {
            await _telegram.DisposeAsync();
        }

        _folder.Dispose();
    }

    private Task<OutreachDb> Database(CancellationToken cancellationToken) =>
        _beside!.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(cancellationToken);
}
