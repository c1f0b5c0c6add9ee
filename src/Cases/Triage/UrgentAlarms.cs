using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Triage;

/// <summary>
/// When staff are alarmed about urgent cases that nobody has taken: at once, and after five and fifteen minutes. How many alarms
/// a case had is stored; when it was seen first is not, so a new process counts its minutes anew.
/// </summary>
public sealed class UrgentAlarms
{
    /// <summary>After how long each alarm of a case is due, from when it was seen first.</summary>
    public static IReadOnlyList<TimeSpan> Schedule { get; } = [TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    private readonly CaseChanges _changes;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _seen = new();

    internal UrgentAlarms(CaseChanges changes, TimeProvider time) => (_changes, _time) = (changes, time);

    /// <summary>Notes the alarms that are due.</summary>
    /// <returns>How many urgent cases wait, when an alarm is due for at least one of them; else 0.</returns>
    /// <exception cref="StoreUnavailableException">The database is away.</exception>
    public async Task<int> TakeDueAsync(CancellationToken cancellationToken)
    {
        try
        {
            var taken = await _changes.TryAsync((db, _) => TryTakeAsync(db, cancellationToken), cancellationToken);
            return taken?.Count ?? 0;
        }
        catch (Exception exception) when (CaseSaves.IsAway(exception))
        {
            throw new StoreUnavailableException("The database cannot be reached.", exception);
        }
    }

    private async Task<Waiting?> TryTakeAsync(OutreachDb db, CancellationToken cancellationToken)
    {
        var waiting = await db.HelpCases
            .Where(c => c.Priority == CasePriority.Urgent && c.State == CaseState.Open && c.AssignedTo == null && c.FirstReply == FirstReplyWithin.None)
            .ToListAsync(cancellationToken);
        foreach (var gone in _seen.Keys.Except(waiting.Select(found => found.Id)).ToList())
        {
            _seen.TryRemove(gone, out _);
        }

        var now = _time.GetUtcNow();
        // One that had an alarm of an earlier process waits for its next one from now.
        var due = waiting.Where(found =>
            found.Alarms < Schedule.Count && now - _seen.GetOrAdd(found.Id, found.Alarms == 0 ? now : now - Schedule[found.Alarms - 1]) >= Schedule[found.Alarms]).ToList();
        if (due.Count == 0)
        {
            return new Waiting(0);
        }

        foreach (var found in due)
        {
            found.Alarm();
        }

        return await CaseSaves.TrySaveAsync(db, cancellationToken) ? new Waiting(waiting.Count) : null;
    }

    private sealed record Waiting(int Count);
}
