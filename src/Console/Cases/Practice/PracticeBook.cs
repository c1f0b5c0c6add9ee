using System.Collections.Concurrent;
using System.Globalization;
using Outreach.Cases.Desk;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Cases.Practice;

/// <summary>Made-up cases to learn on: a set for each member, in memory alone, begun anew after two hours or on a button.</summary>
internal sealed class PracticeBook(PracticeSet made, TimeProvider time) : ICaseBook
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(2);

    /// <summary>As the real ones do.</summary>
    private static readonly TimeSpan HoldsFor = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, Learner> _learners = new();

    public void BeginAnew(Guid staffId) => _learners.TryRemove(staffId, out _);

    public Task<IReadOnlyDictionary<CaseFolder, int>> CountAsync(StaffMember by, CancellationToken cancellationToken) =>
        In(by, cases => (IReadOnlyDictionary<CaseFolder, int>)CaseFolders.All.ToDictionary(f => f, f => cases.Count(c => c.IsIn(f, by.Id))));

    public Task<CasePage> ListAsync(StaffMember by, CaseFolder folder, CaseFilter filter, CaseCursor? after, CancellationToken cancellationToken) => In(by, cases => new CasePage(
        [
            .. cases.Where(c => c.IsIn(folder, by.Id))
                .Where(c => filter.Topic is null || c.Topic == filter.Topic)
                .Where(c => filter.Alias is null || c.Alias.Contains(filter.Alias.Trim(), StringComparison.CurrentCultureIgnoreCase))
                .OrderByDescending(c => c.Priority).ThenBy(c => c.LastOn)
                .Select(c => c.Line()),
        ],
        null));

    public Task<OpenCaseOutcome> OpenAsync(StaffMember by, Guid id, CancellationToken cancellationToken) => In<OpenCaseOutcome>(by, cases =>
        cases.SingleOrDefault(c => c.Id == id) is { } found ? new OpenCaseOutcome.Opened(found.Open()) : new OpenCaseOutcome.NotFound());

    public Task<string?> StampAsync(StaffMember by, Guid id, CancellationToken cancellationToken) =>
        In(by, cases => cases.SingleOrDefault(c => c.Id == id)?.Version.ToString(CultureInfo.InvariantCulture));

    public Task<DeskOutcome> ApplyAsync(StaffMember by, Guid id, CaseAct act, CancellationToken cancellationToken) => In<DeskOutcome>(by, cases =>
    {
        if (cases.SingleOrDefault(c => c.Id == id) is not { } found)
        {
            return new DeskOutcome.NotFound();
        }

        if (!Apply(found, by, act))
        {
            return new DeskOutcome.TooLate();
        }

        found.Version++;
        return new DeskOutcome.Done();
    });

    private bool Apply(PracticeCase found, StaffMember by, CaseAct act)
    {
        switch (act)
        {
            case CaseAct.Claim when found.AssignedTo is null && found.State != CaseState.Closed:
                found.AssignedTo = by.Id;
                return true;
            case CaseAct.Release when found.AssignedTo is not null && found.State != CaseState.Closed:
                found.AssignedTo = null;
                return true;
            case CaseAct.Note note:
                Write(found, by, TextAuthor.Note, note.Text);
                return true;
            case CaseAct.Reply reply when found.State is CaseState.Open or CaseState.Waiting:
                Reply(found, by, reply);
                return true;
            case CaseAct.TakeBack(var textId) when found.Held.Remove(textId):
                found.Texts.RemoveAll(t => t.Id == textId);
                return true;
            case CaseAct.NoteReferral(var referralId, var agreed, var outcome) when found.Referrals.FindIndex(r => r.Id == referralId) is >= 0 and var at:
                found.Referrals[at] = found.Referrals[at] with { Agreed = agreed, Outcome = outcome };
                return true;
            case CaseAct.Report report:
                found.Reports.Add(new DeskReport(report.Rule, report.To, made.Today, by.Id));
                return true;
            case CaseAct.Close(var outcome) when found.State != CaseState.Closed:
                (found.State, found.Outcome, found.ClosedOn) = (CaseState.Closed, outcome, made.Today);
                return true;
            case CaseAct.Reopen when found.State == CaseState.Closed:
                (found.State, found.Outcome, found.ClosedOn) = (CaseState.Open, CaseOutcome.None, null);
                return true;
            case CaseAct.Quarantine when found.State is CaseState.Open or CaseState.Waiting:
                found.State = CaseState.Quarantined;
                return true;
            case CaseAct.Restore when found.State == CaseState.Quarantined:
                found.State = CaseState.Open;
                return true;
            default:
                return false;
        }
    }

    private void Reply(PracticeCase found, StaffMember by, CaseAct.Reply reply)
    {
        if (found.AssignedTo is null)
        {
            found.AssignedTo = by.Id;
        }

        var text = Write(found, by, TextAuthor.Staff, reply.Text, TextDelivery.Held);
        found.Held[text.Id] = time.GetUtcNow() + HoldsFor;
        if (reply.ReferTo is { } partner)
        {
            found.Referrals.Add(new DeskReferral(Guid.NewGuid(), partner, made.Today, null, ReferralOutcome.None));
        }
    }

    private DeskText Write(PracticeCase found, StaffMember? by, TextAuthor author, string text, TextDelivery delivery = TextDelivery.None)
    {
        var written = new DeskText
        {
            Id = Guid.NewGuid(),
            Number = found.Texts.Select(t => t.Number).DefaultIfEmpty().Max() + 1,
            Author = author,
            StaffId = by?.Id,
            Text = text,
            On = made.Today,
            Delivery = delivery,
        };
        found.Texts.Add(written);
        found.LastOn = made.Today;
        return written;
    }

    /// <summary>The ten seconds are over: the reply is on its way, and the made-up worker answers.</summary>
    private void Go(PracticeCase found)
    {
        foreach (var (textId, _) in found.Held.Where(h => h.Value <= time.GetUtcNow()).ToList())
        {
            found.Held.Remove(textId);
            var at = found.Texts.FindIndex(t => t.Id == textId);
            found.Texts[at] = found.Texts[at] with { Delivery = found.Mode == AnswerMode.Chat ? TextDelivery.Sent : TextDelivery.None };
            found.State = found.State == CaseState.Open ? CaseState.Waiting : found.State;
            found.Version++;
            if (found.State == CaseState.Waiting && found.Answers.TryDequeue(out var answer))
            {
                Write(found, null, TextAuthor.Worker, answer);
                found.State = CaseState.Open;
            }
        }
    }

    private Task<T> In<T>(StaffMember by, Func<IReadOnlyList<PracticeCase>, T> work)
    {
        var now = time.GetUtcNow();
        foreach (var old in _learners.Where(l => l.Value.LastSeen < now - Kept))
        {
            _learners.TryRemove(old);
        }

        var learner = _learners.GetOrAdd(by.Id, _ => new Learner(made.Make(by.Language)));
        lock (learner)
        {
            learner.LastSeen = now;
            foreach (var one in learner.Cases)
            {
                Go(one);
            }

            return Task.FromResult(work(learner.Cases));
        }
    }

    private sealed class Learner(IReadOnlyList<PracticeCase> cases)
    {
        public IReadOnlyList<PracticeCase> Cases { get; } = cases;
        public DateTimeOffset LastSeen { get; set; } = DateTimeOffset.MaxValue;
    }
}
