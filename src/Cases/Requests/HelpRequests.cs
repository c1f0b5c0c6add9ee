using Microsoft.EntityFrameworkCore;
using Outreach.Cases.Receipts;
using Outreach.Cases.Retention;
using Outreach.Cases.Triage;
using Outreach.Cases.Vault;
using Outreach.Storage;
using Outreach.Storage.Cases;
using Outreach.Storage.Keys;

namespace Outreach.Cases.Requests;

/// <summary>What workers do with their requests: make one, come back to it with the code or in its chat, add words, erase it.</summary>
public sealed class HelpRequests
{
    private readonly IDbContextFactory<OutreachDb> _databases;
    private readonly CaseChanges _changes;
    private readonly KeyRing _keys;
    private readonly Epochs _epochs;
    private readonly ReceiptHasher _hasher;
    private readonly TryLimits _tries;
    private readonly SubmitWriter _writer;
    private readonly LinkFiles _links;
    private readonly Erasing _erasing;
    private readonly TellsOfDanger _tellsOfDanger;
    private readonly CaseSteps _steps;
    private readonly LocalDay _day;
    private readonly TimeProvider _time;

    internal HelpRequests(
        IDbContextFactory<OutreachDb> databases, CaseChanges changes, KeyRing keys, Epochs epochs, ReceiptHasher hasher, TryLimits tries, SubmitWriter writer,
        LinkFiles links, Erasing erasing, TellsOfDanger tellsOfDanger, CaseSteps steps, LocalDay day, TimeProvider time) =>
        (_databases, _changes, _keys, _epochs, _hasher, _tries, _writer, _links, _erasing, _tellsOfDanger, _steps, _day, _time) =
        (databases, changes, keys, epochs, hasher, tries, writer, links, erasing, tellsOfDanger, steps, day, time);

    /// <summary>Saves a request. The code must have been shown to its writer before; it belongs to this request as <see cref="HelpRequest.Id"/> does.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="HelpRequest.MaxTextChars"/>, or mode and address do not fit.</exception>
    public async Task<SubmitOutcome> SubmitAsync(HelpRequest request, ReceiptCode code, CancellationToken cancellationToken)
    {
        CheckText(request.Text);
        if ((request.Mode == AnswerMode.Chat) != (request.AnswerTo is not null))
        {
            throw new ArgumentException("A request has an address exactly when its answers go into the chat.", nameof(request));
        }

        try
        {
            if (await _epochs.FindNewestAsync(cancellationToken) is not { } epoch)
            {
                return new SubmitOutcome.Unavailable(UnavailableReason.NoKey);
            }

            if (await _hasher.HashForSavingAsync(code, epoch.Salt, cancellationToken) is not { } hash)
            {
                return new SubmitOutcome.Unavailable(UnavailableReason.Busy);
            }

            _steps.Pass(CaseStep.SubmitHashed);
            return await _writer.SaveAsync(request, epoch, hash, cancellationToken);
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            return new SubmitOutcome.Unavailable(UnavailableReason.Store);
        }
    }

    /// <summary>Opens a request by its code. Wrong, expired and erased are one answer after the same work.</summary>
    /// <param name="bucket">Who tries: a chat or a network address, as one string; it is kept hashed, in memory, for ten minutes.</param>
    public async Task<OpenOutcome> OpenAsync(ReceiptCode code, string bucket, CancellationToken cancellationToken)
    {
        if (_tries.Take(bucket) is { } wait)
        {
            return new OpenOutcome.TooManyTries(wait);
        }

        var pace = _tries.PaceOfAll();
        if (pace > TimeSpan.Zero)
        {
            await Task.Delay(pace, _time, cancellationToken);
        }

        try
        {
            var live = await _epochs.LiveAsync(cancellationToken);
            if (await _hasher.HashAsync(code, [.. live.Select(epoch => epoch.Salt)], cancellationToken) is not { } hashes)
            {
                _tries.GiveBack(bucket);
                return new OpenOutcome.Unavailable(UnavailableReason.Busy);
            }

            if (await FindAsync(hashes, cancellationToken) is not { } access)
            {
                return new OpenOutcome.NotFound();
            }

            _tries.GiveBack(bucket);
            return new OpenOutcome.Opened(access);
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            _tries.GiveBack(bucket);
            return new OpenOutcome.Unavailable(UnavailableReason.Store);
        }
    }

    /// <summary>The open requests of a chat whose answers go into it, found through its link file; empty where there are none.</summary>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public async Task<IReadOnlyList<CaseAccess>> OfChatAsync(CaseAddress chat, CancellationToken cancellationToken)
    {
        var slots = await _links.OfChatAsync(chat, cancellationToken);
        if (slots.Count == 0)
        {
            return [];
        }

        try
        {
            await using var db = await _databases.CreateDbContextAsync(cancellationToken);
            var found = new List<CaseAccess>();
            foreach (var slot in slots)
            {
                var link = await db.CaseLinks.AsNoTracking().SingleOrDefaultAsync(l => l.Id == slot.LinkId, cancellationToken);
                if (link is null)
                {
                    continue;
                }

                var stored = await WorkerReading.ReadAsync(db, link.CaseId, cancellationToken);
                if (stored.Found is { State: not CaseState.Closed })
                {
                    found.Add(stored.Open(LinkVault.Open(slot.Key, link).CaseKey));
                }
            }

            return found;
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }
    }

    /// <summary>The same request as it is now; null when it is gone.</summary>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public async Task<CaseAccess?> ReadAgainAsync(CaseAccess access, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await _databases.CreateDbContextAsync(cancellationToken);
            var stored = await WorkerReading.ReadAsync(db, access.CaseId, cancellationToken);
            return stored.Found is null ? null : stored.Open(access.CaseKey);
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }
    }

    /// <summary>Adds words to a request. One that is closed and read by code is opened again by them.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="HelpRequest.MaxTextChars"/>.</exception>
    public async Task<AddOutcome> AddWordsAsync(CaseAccess access, string text, CancellationToken cancellationToken)
    {
        CheckText(text);
        try
        {
            return await _changes.TryAsync((db, _) => TryAddAsync(db, access, text, cancellationToken), cancellationToken)
                ?? new AddOutcome.Unavailable(UnavailableReason.Busy);
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            return new AddOutcome.Unavailable(UnavailableReason.Store);
        }
    }

    /// <summary>Erases a request for good: its keys, then its rows. Begun once, it is brought to its end by a restart too. Nothing when it is gone.</summary>
    /// <exception cref="StoreUnavailableException">The database is away: it may not be erased yet.</exception>
    public async Task EraseAsync(CaseAccess access, CancellationToken cancellationToken)
    {
        try
        {
            await _erasing.EraseAsync(access.CaseId, cancellationToken);
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }
    }

    private async Task<CaseAccess?> FindAsync(IReadOnlyList<byte[]> hashes, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        CaseReceipt? receipt = null;
        byte[] hash = [];
        foreach (var tried in hashes)
        {
            // All of them, whether one was found or not.
            var lookup = ReceiptLookup.Of(_keys, tried);
            if (await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.Lookup == lookup, cancellationToken) is { } found)
            {
                (receipt, hash) = (found, tried);
            }
        }

        // A code that is not there asks for a case that cannot be there: as many statements as one that is.
        var stored = await WorkerReading.ReadAsync(db, receipt?.CaseId ?? Guid.NewGuid(), cancellationToken);
        if (receipt is null || stored.Found is null)
        {
            return null;
        }

        return stored.Open(CodeVault.Open(hash, receipt.Epoch, receipt.CaseId, stored.Found.CodeKey));
    }

    /// <returns>Null when another writer was first.</returns>
    private async Task<AddOutcome?> TryAddAsync(OutreachDb db, CaseAccess access, string text, CancellationToken cancellationToken)
    {
        var found = await db.HelpCases.SingleOrDefaultAsync(
            c => c.Id == access.CaseId && !db.Erasures.Any(e => e.CaseId == access.CaseId), cancellationToken);
        if (found is null)
        {
            return new AddOutcome.Gone();
        }

        var now = _time.GetUtcNow();
        if (found.State == CaseState.Closed && (found.Mode == AnswerMode.Chat || !found.TryReopen(now, _day.Today)))
        {
            return new AddOutcome.Closed();
        }

        found.Hear(_day.Today);
        if (_tellsOfDanger(text, found.Language))
        {
            // Whoever set it aside as spam did not know this.
            found.TryRestore();
            found.Raise(now);
        }

        var last = await db.CaseTexts.Where(t => t.CaseId == found.Id).MaxAsync(t => (int?)t.Number, cancellationToken) ?? 0;
        db.CaseTexts.Add(TextVault.Seal(access.CaseKey, found.Id, last + 1, TextAuthor.Worker, null, text, _day.Today, TextDelivery.None));
        if (!await CaseSaves.TrySaveAsync(db, cancellationToken))
        {
            return null;
        }

        _steps.Pass(CaseStep.AddSaved);
        return new AddOutcome.Added();
    }

    private static void CheckText(string text) => ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, HelpRequest.MaxTextChars, nameof(text));
}
