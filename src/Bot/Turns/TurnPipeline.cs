using System.Runtime.CompilerServices;
using Outreach.Bot.Help;
using Outreach.Bot.Metrics;
using Outreach.Bot.Preferences;
using Outreach.Channels;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Keys;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Turns;

/// <summary>Handles one activity: decides, writes its whole effect in one group commit, and lets the reply go.</summary>
internal sealed class TurnPipeline : ITurnHandler
{
    /// <summary>Characters. Whoever writes more tells a story.</summary>
    private const int LongestQuestion = 160;

    private static readonly ConditionalWeakTable<ContentSnapshot, HelpWords> WordsOfHelp = [];

    private readonly ITurnStore _store;
    private readonly KeyRing _keys;
    private readonly TurnEffects _effects;
    private readonly ReplyDispatcher _dispatcher;
    private readonly ReplyComposer _composer;
    private readonly DeadLetterStore _deadLetters;
    private readonly TurnTally _tally;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnPipeline> _log;
    private readonly TurnLoader _loader;
    private readonly EmergencyAhead _emergency;
    private readonly Haste _haste;
    private readonly HelpDesk _help;
    private readonly LinkDesk _links;
    private readonly TestRoad _tests;
    private readonly DateTimeOffset _started;
    private readonly RecentQuestions _questions;
    private readonly RecentlySeen _seen = new();
    private readonly ConversationLocks _locks = new();
    private readonly TurnMiddleware _middleware;

    public TurnPipeline(
        ContentStore content,
        ITurnStore store,
        KeyRing keys,
        TurnEffects effects,
        ReplyDispatcher dispatcher,
        ReplyComposer composer,
        HelpDesk help,
        TestRoad tests,
        SentMessages sent,
        ISubscriberStore subscribers,
        LinkDesk links,
        DeadLetterStore deadLetters,
        TurnTally tally,
        TimeProvider time,
        ILogger<TurnPipeline> log)
    {
        (_store, _keys, _effects, _dispatcher, _composer) = (store, keys, effects, dispatcher, composer);
        (_deadLetters, _tally, _time, _log) = (deadLetters, tally, time, log);
        (_help, _links, _tests, _started) = (help, links, tests, time.GetUtcNow());
        _loader = new TurnLoader(content, store, sent, subscribers, time);
        _emergency = new EmergencyAhead(dispatcher, keys, time);
        _haste = new Haste(time);
        _questions = new RecentQuestions(time);
        _middleware = new TurnMiddleware(log);
    }

    public async Task<TurnReceipt> AcceptAsync(Activity activity, CancellationToken cancellationToken) =>
        (await RunAsync(activity, inPlace: false, cancellationToken)).Receipt;

    /// <summary>The same turn for a caller who shows the reply itself, at once: nothing of it goes through a sender or the outbox.</summary>
    public Task<TurnReply> AnswerInPlaceAsync(Activity activity, CancellationToken cancellationToken) =>
        RunAsync(activity, inPlace: true, cancellationToken);

    public async Task<TurnReceipt> KeepDeadLetterAsync(string channel, string updateId, string shape, CancellationToken cancellationToken)
    {
        try
        {
            return await _deadLetters.KeepAsync(_keys.SeenKey(channel, updateId), channel, shape, cancellationToken)
                ? TurnReceipt.Stored
                : TurnReceipt.Replayed;
        }
        catch (StoreUnavailableException)
        {
            return TurnReceipt.Unavailable;
        }
    }

    private async Task<TurnReply> RunAsync(Activity activity, bool inPlace, CancellationToken cancellationToken)
    {
        var (channel, address) = activity.Address;
        using var mine = await _locks.EnterAsync(activity.Address, cancellationToken);
        if (_seen.Contains(channel, activity.UpdateId))
        {
            return new TurnReply(TurnReceipt.Replayed, []);
        }

        var key = _keys.ConversationKey(channel, address);
        var turn = await _loader.LoadAsync(activity, key, cancellationToken);
        var stored = turn is not null;
        turn = (turn ?? _loader.WithoutStore(activity)) with { Pace = _haste.Count(activity.Address) };
        if (await _tests.TakeAsync(TurnMiddleware.Spoken(turn), inPlace, cancellationToken) is { } test)
        {
            // Nothing of it is written either.
            _seen.Add(channel, activity.UpdateId);
            return test;
        }

        var help = await HelpAsync(turn, cancellationToken);
        if (help.IsOurs)
        {
            // Nothing of it is written: the replay is known from memory alone.
            _seen.Add(channel, activity.UpdateId);
            await _help.SayAsync(help, activity.Address, inPlace, cancellationToken);
            return new TurnReply(TurnReceipt.Stored, inPlace ? help.Replies : []) { IsDiscreet = true };
        }

        var decision = _middleware.Decide(turn);
        var isDanger = decision.Kind == DecisionKind.Crisis;
        if (isDanger && !inPlace && !_emergency.TryBegin(turn, decision))
        {
            // A flood: nothing is sent, counted or written.
            _seen.Add(channel, activity.UpdateId);
            await _help.SayAsync(help, activity.Address, inPlace, cancellationToken);
            return new TurnReply(TurnReceipt.Stored, []);
        }

        var late = isDanger && !inPlace ? await _emergency.SendAsync(turn, decision, cancellationToken) : null;
        if (stored)
        {
            try
            {
                if (decision.Effect is TurnEffect.OfferLink or TurnEffect.Join)
                {
                    if (await _store.WasSeenAsync(_keys.SeenKey(channel, activity.UpdateId), cancellationToken))
                    {
                        _seen.Add(channel, activity.UpdateId);
                        return new TurnReply(TurnReceipt.Replayed, []);
                    }

                    decision = await _links.CarryOutAsync(turn, decision, cancellationToken);
                }

                PendingReply[] replies = inPlace || decision.IsUnkept ? []
                    : isDanger ? (late is { } waiting ? [waiting.Instead] : [])
                    : [.. decision.Plans.Select(plan => EmergencyAhead.Sealed(activity.Address, plan, _keys))];
                using var expected = _dispatcher.Expect(replies);
                if (!await WriteAsync(turn, decision, key, replies, cancellationToken))
                {
                    _seen.Add(channel, activity.UpdateId);
                    return new TurnReply(TurnReceipt.Replayed, []);
                }

                if (late is { } slow)
                {
                    _dispatcher.MarkAfter(slow.Sending, slow.Instead.Id);
                }
                else if (replies.Length > 0 || (decision.IsUnkept && !inPlace)) // in place it is shown by the caller, and a card is out already
                {
                    Enqueue(activity, replies, decision);
                }
            }
            catch (StoreUnavailableException)
            {
                stored = false;
            }
        }

        if (!stored)
        {
            TurnLog.StoreDown(_log, channel);
            if (WithoutStore.Of(turn, decision, inPlace) is not { } said)
            {
                return new TurnReply(TurnReceipt.Unavailable, []);
            }

            decision = said;
            if (!inPlace && !isDanger) // the card is out, or on its way
            {
                Enqueue(activity, [], decision);
            }
        }

        _seen.Add(channel, activity.UpdateId);
        Remember(turn, decision);
        await _help.SayAsync(help, activity.Address, inPlace, cancellationToken);
        return new TurnReply(TurnReceipt.Stored, inPlace ? [.. Composed(turn, decision), .. help.Replies] : []);
    }

    /// <summary>Ahead of the middleware: what belongs to asking for help leaves the road before anything of it could be written.</summary>
    private async Task<HelpAnswer> HelpAsync(TurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            return await _help.TakeAsync(
                TurnMiddleware.Spoken(turn), CommandWords.In(turn.Content),
                WordsOfHelp.GetValue(turn.Content, static snapshot => HelpWords.Of(snapshot.Languages.Values.Select(local => local.Phrases))),
                cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            TurnLog.TurnFault(_log, turn.Activity.Address.Channel, fault.GetType().Name);
            return new HelpAnswer([_composer.Compose(Screens.Sorry(turn), turn.Content, turn.Day)]);
        }
    }

    private async Task<bool> WriteAsync(
        TurnContext turn, Decision decision, byte[] key, IReadOnlyList<PendingReply> replies, CancellationToken cancellationToken)
    {
        if (decision is { Kind: DecisionKind.Silent, Effect: TurnEffect.None, Memory: null, Counters.Count: 0 })
        {
            return true; // nothing to make durable
        }

        var activity = turn.Activity;
        var seenKey = _keys.SeenKey(activity.Address.Channel, activity.UpdateId);
        if (decision.Effect != TurnEffect.None)
        {
            // An effect is not part of the commit: "stop" brought again must not end a consent given since.
            if (await _store.WasSeenAsync(seenKey, cancellationToken))
            {
                return false;
            }

            await _effects.ApplyAsync(turn, decision, cancellationToken);
        }

        var isNew = await _store.CommitAsync(
            new TurnCommit
            {
                SeenKey = seenKey,
                ConversationKey = key,
                State = decision.Memory?.ToState(decision.Stays ?? decision.Language, _time.GetUtcNow()),
                Replies = replies,
                Unanswered = UnansweredOf(turn, decision),
                Counters = decision.Counters,
            },
            cancellationToken);
        if (isNew)
        {
            _tally.Stored(activity.Address.Channel);
        }

        return isNew;
    }

    private void Enqueue(Activity activity, PendingReply[] stored, Decision decision)
    {
        for (var i = 0; i < (stored.Length > 0 ? stored.Length : decision.Plans.Count); i++)
        {
            _ = _dispatcher.Enqueue(new HeldReply(stored.Length > 0 ? stored[i].Id : null, activity.Address, decision.Plans[i], _time.GetUtcNow())
            {
                Replaces = i == 0 && decision.TakesPlace ? activity.MessageId : null,
            });
        }
    }

    private UnansweredDraft? UnansweredOf(TurnContext turn, Decision decision)
    {
        if (decision.Unanswered is not { } reason || turn.InGroup || MayBeMeantForHelp(turn))
        {
            return null;
        }

        var masked = reason == "low" ? PersonalDataMask.Mask(turn.Text) : _questions.Take(turn.Activity.Address);
        return masked is null ? null : new UnansweredDraft(decision.Language, masked, reason);
    }

    /// <summary>
    /// A draft of theirs waits, or may have waited until we were started anew (which nobody can know, as drafts are stored nowhere):
    /// their story must not become a question for the editors.
    /// </summary>
    private bool MayBeMeantForHelp(TurnContext turn) =>
        _help.IsWaiting(turn.Activity.Address)
        || (turn.Text.Length > LongestQuestion && _time.GetUtcNow() < _started + HelpDrafts.Lifetime);

    /// <summary>For "none of these" and "not helpful", which come with the next turn.</summary>
    private void Remember(TurnContext turn, Decision decision)
    {
        if (decision is { Kind: DecisionKind.Suggest or DecisionKind.Answer } && !MayBeMeantForHelp(turn) && turn.Activity.Kind == ActivityKind.Text && ButtonValue.Parse(turn.Text) is null
            && PersonalDataMask.Mask(turn.Text) is { } masked)
        {
            _questions.Remember(turn.Activity.Address, masked);
        }
    }

    private Channels.Reply[] Composed(TurnContext turn, Decision decision) =>
        [.. decision.Plans.Select(plan => _composer.Compose(plan, turn.Content, turn.Day))];
}
