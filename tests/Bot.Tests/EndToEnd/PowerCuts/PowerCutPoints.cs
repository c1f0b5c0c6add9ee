using Microsoft.Extensions.DependencyInjection;
using Outreach.Cases.Delivery;
using Outreach.Cases.Desk;
using Outreach.Storage.Cases;
using Outreach.Testing.Telegram;

namespace Outreach.Bot.Tests.EndToEnd.PowerCuts;

/// <summary>The twenty points. Nothing in the program helps: the database, the messenger or the disk hold it there.</summary>
internal static class PowerCutPoints
{
    public static IReadOnlyList<PowerCutPoint> All { get; } =
    [
        new("submit: the code is on its way", CutWhileTheCodeIsSentAsync, NothingWasSavedAsync),
        new("submit: the code is shown, nothing confirmed", CutWithTheCodeShownAsync, NothingWasSavedAsync),
        new("submit: confirmed, the code is being hashed", CutAfterConfirmingAsync, WhatWasSavedOpensAsync),
        new("submit: the link's key is kept, the case is not", Submitting("BEFORE INSERT ON help_cases", intoChat: true), NothingWasSavedAsync),
        new("submit: the case is written, its words are not", Submitting("BEFORE INSERT ON case_texts"), NothingWasSavedAsync),
        new("submit: the receipt is being written", Submitting("BEFORE INSERT ON receipts"), NothingWasSavedAsync),
        new("submit: the link is being written", Submitting("BEFORE INSERT ON case_links", intoChat: true), NothingWasSavedAsync),
        new("submit: at the commit, which breaks off", Submitting("AFTER INSERT ON help_cases", atCommit: true), NothingWasSavedAsync),
        new("submit: at the commit, which comes through", Submitting("AFTER INSERT ON help_cases", atCommit: true, comesThrough: true), SavedAndOpensAsync),
        new("submit: saved, the chat is being cleared", CutAtCallAsync("deleteMessages"), SavedAndOpensAsync),
        new("submit: saved, \"received\" is on its way", CutAtCallAsync("sendMessage"), SavedAndOpensAsync),
        new("reply: being written", Desk("reply", "BEFORE INSERT ON case_texts"), NoReplyAndStillOpenAsync),
        new("reply: written and held, its node gone", Desk("reply", null), TheReplyComesAsync),
        new("reply: the sender takes it", Delivering("NEW.delivery = 'InDoubt'"), TheReplyComesAsync),
        new("reply: the messenger is asked", CutWhileTheReplyIsSentAsync, TheReplyComesAsync),
        new("reply: sent, not yet marked", Delivering("NEW.delivery = 'Sent'"), TheReplyComesAsync),
        new("close: being written", Desk("close", "BEFORE UPDATE ON help_cases"), NoReplyAndStillOpenAsync),
        new("close: written, the link's key still there", Desk("close", "AFTER UPDATE ON help_cases", atCommit: true), ClosedWithoutAKeyAsync),
        new("erase: noted, not yet marked", Erasing("BEFORE INSERT ON erasures"), ErasedAsync),
        new("erase: the link's key is gone, the rows are not", Erasing("BEFORE DELETE ON help_cases"), ErasedAsync),
    ];

    /// <summary>One of each kind, for every run.</summary>
    public static IReadOnlyList<PowerCutPoint> Few { get; } = [All[0], All[3], All[8], All[10], All[15], All[19]];

    private static IReadOnlySet<Guid>? _before;
    private static IReadOnlySet<Guid>? _keysWithoutARow;
    private static Guid _case;

    // ---- cutting ----

    private static async Task CutWhileTheCodeIsSentAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        _before = await stage.CaseIdsAsync(cancellationToken);
        await stage.Talk.BeginAsync(intoChat: false, cancellationToken);
        await HoldCallsAsync(stage, ["sendMessage", "editMessageText"], () => stage.Talk.PressAsync("g:done", cancellationToken), cancellationToken);
        await stage.KillAsync();
    }

    private static async Task CutWithTheCodeShownAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        _before = await stage.CaseIdsAsync(cancellationToken);
        await stage.Talk.WriteAsync(intoChat: true, cancellationToken);
        await stage.KillAsync();
    }

    private static async Task CutAfterConfirmingAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        _before = await stage.CaseIdsAsync(cancellationToken);
        await stage.Talk.WriteAsync(intoChat: false, cancellationToken);
        var polls = stage.Telegram.Calls.Count;
        await stage.Talk.PressAsync("g:send:", cancellationToken);
        // The update was taken: the next call shows it.
        await PowerCutStage.UntilAsync(() => Task.FromResult(stage.Telegram.Calls.Count > polls), "the update was not taken", cancellationToken);
        await stage.KillAsync();
    }

    private static Func<PowerCutStage, CancellationToken, Task> Submitting(string at, bool intoChat = false, bool atCommit = false, bool comesThrough = false) =>
        async (stage, cancellationToken) =>
        {
            _before = await stage.CaseIdsAsync(cancellationToken);
            await stage.Talk.WriteAsync(intoChat, cancellationToken);
            await using var hold = await DatabaseHold.SetAsync(stage.Source, at, cancellationToken, atCommit: atCommit);
            await stage.Talk.PressAsync("g:send:", cancellationToken);
            await hold.ReachedAsync(cancellationToken);
            Assert.False(stage.Talk.WasReceived);
            await stage.KillAsync();
            await (comesThrough ? hold.LetGoAsync(cancellationToken) : hold.BreakOffAsync(cancellationToken));
        };

    private static Func<PowerCutStage, CancellationToken, Task> CutAtCallAsync(string method) => async (stage, cancellationToken) =>
    {
        _before = await stage.CaseIdsAsync(cancellationToken);
        await stage.Talk.WriteAsync(intoChat: true, cancellationToken);
        await HoldCallsAsync(stage, method == "sendMessage" ? ["sendMessage", "editMessageText"] : [method], () => stage.Talk.PressAsync("g:send:", cancellationToken), cancellationToken);
        await stage.KillAsync();
    };

    private static Func<PowerCutStage, CancellationToken, Task> Desk(string doing, string? at, bool atCommit = false) => async (stage, cancellationToken) =>
    {
        _case = await stage.AskAsync(intoChat: true, cancellationToken);
        await using var hold = at is null ? null : await DatabaseHold.SetAsync(stage.Source, at, cancellationToken, atCommit: atCommit);
        await stage.KillDeskAsync(doing, _case, hold, cancellationToken);
        await stage.KillAsync();
        if (hold is not null)
        {
            await (atCommit ? hold.LetGoAsync(cancellationToken) : hold.BreakOffAsync(cancellationToken));
        }
    };

    private static Func<PowerCutStage, CancellationToken, Task> Delivering(string when) => async (stage, cancellationToken) =>
    {
        _case = await stage.AskAsync(intoChat: true, cancellationToken);
        await using var hold = await DatabaseHold.SetAsync(stage.Source, "BEFORE UPDATE ON case_texts", cancellationToken, when);
        await ReplyAsync(stage, cancellationToken);
        await hold.ReachedAsync(cancellationToken);
        await stage.KillAsync();
        await hold.BreakOffAsync(cancellationToken);
    };

    private static async Task CutWhileTheReplyIsSentAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        _case = await stage.AskAsync(intoChat: true, cancellationToken);
        await HoldCallsAsync(stage, ["sendMessage"], () => ReplyAsync(stage, cancellationToken), cancellationToken);
        await stage.KillAsync();
    }

    private static Func<PowerCutStage, CancellationToken, Task> Erasing(string at) => async (stage, cancellationToken) =>
    {
        // A request that was cut off before may have left one; the sweep takes it when it was there for half a minute.
        _keysWithoutARow = await stage.KeysWithoutARowAsync(cancellationToken);
        _case = await stage.AskAsync(intoChat: true, cancellationToken);
        Assert.True(await stage.Talk.OpensByCodeAsync(cancellationToken));
        await using var hold = await DatabaseHold.SetAsync(stage.Source, at, cancellationToken);
        await stage.Talk.EraseAsync(cancellationToken);
        await hold.ReachedAsync(cancellationToken);
        await stage.KillAsync();
        await hold.BreakOffAsync(cancellationToken);
    };

    // ---- looking ----

    private static async Task NothingWasSavedAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        Assert.Equal(_before, await stage.CaseIdsAsync(cancellationToken));
        Assert.False(stage.Talk.WasReceived);
        if (stage.Talk.Code is not null)
        {
            Assert.False(await stage.Talk.OpensByCodeAsync(cancellationToken));
        }
    }

    private static async Task SavedAndOpensAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        Assert.Single(await stage.CaseIdsAsync(cancellationToken), id => !_before!.Contains(id));
        Assert.NotNull(stage.Talk.Code);
        Assert.True(await stage.Talk.OpensByCodeAsync(cancellationToken));
    }

    private static async Task WhatWasSavedOpensAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        var saved = (await stage.CaseIdsAsync(cancellationToken)).Count > _before!.Count;
        Assert.True(saved || !stage.Talk.WasReceived);
        Assert.Equal(saved, await stage.Talk.OpensByCodeAsync(cancellationToken));
    }

    private static async Task NoReplyAndStillOpenAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        Assert.Equal(0, await stage.StaffTextsOfAsync(_case, cancellationToken));
        Assert.Equal(CaseState.Open, await stage.StateOfAsync(_case, cancellationToken));
        Assert.True(await stage.Talk.OpensByCodeAsync(cancellationToken));
    }

    private static async Task TheReplyComesAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        await stage.Talk.UntilAsync(message => message.Text.Contains(DeskProbe.Answer, StringComparison.Ordinal), cancellationToken);
        // Sent but not marked is sent once more, and no oftener.
        Assert.InRange(stage.Talk.Chat.Messages.Count(message => message.Text.Contains(DeskProbe.Answer, StringComparison.Ordinal)), 1, 2);
    }

    private static async Task ClosedWithoutAKeyAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        Assert.Equal(CaseState.Closed, await stage.StateOfAsync(_case, cancellationToken));
        await PowerCutStage.UntilAsync(async () => (await stage.KeysWithoutARowAsync(cancellationToken)).Count == 0, "the closed case's key is still on the disk", cancellationToken);
    }

    private static async Task ErasedAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        // Not soon but at once: it is finished before the program listens.
        Assert.Null(await stage.StateOfAsync(_case, cancellationToken));
        Assert.False(await stage.Talk.OpensByCodeAsync(cancellationToken));
        Assert.Empty((await stage.KeysWithoutARowAsync(cancellationToken)).Except(_keysWithoutARow!));
    }

    // ---- means ----

    private static async Task ReplyAsync(PowerCutStage stage, CancellationToken cancellationToken)
    {
        var replies = stage.Beside.GetRequiredService<CaseReplies>();
        Assert.IsType<DeskOutcome.Held>(await replies.SendAsync(DeskProbe.Manager, _case, DeskProbe.Answer, null, cancellationToken));
        // The seconds in which it can be taken back, over.
        await stage.Beside.GetRequiredService<ReplyRelease>().ReleaseLeftAsync(cancellationToken);
    }

    /// <summary>The messenger takes a call and never answers.</summary>
    private static async Task HoldCallsAsync(PowerCutStage stage, string[] methods, Func<Task> act, CancellationToken cancellationToken)
    {
        int Count() => stage.Telegram.Calls.Count(call => methods.Contains(call.Method, StringComparer.OrdinalIgnoreCase));
        var before = Count();
        foreach (var method in methods)
        {
            stage.Telegram.FailNext(method, BotApiFailure.Held, stage.Talk.Chat.Id);
        }

        await act();
        await PowerCutStage.UntilAsync(() => Task.FromResult(Count() > before), "the messenger was not asked", cancellationToken);
    }
}
