using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Delivery;

/// <summary>Sees when more of a broadcast fails than is ever normal. Looks at what the last fifty came to, for good: not at tries that go on.</summary>
/// <remarks>
/// Twenty of fifty that failed by our fault or the channel's: whatever it is, a person must look at it before the list is used up.
/// Forty of fifty who blocked us or do not exist: an old list may hold many such, but so many mean another bot's token or another
/// list, and each of them would be unsubscribed for it.
/// </remarks>
internal sealed class FailureWatch
{
    private const int Window = 50;
    private const int MostFaults = 20;
    private const int MostGone = 40;

    private readonly Lock _lock = new();
    private readonly Queue<Kind> _last = new(Window);
    private int _faults;
    private int _gone;

    private enum Kind
    {
        Well,
        Fault,
        Gone,
    }

    /// <returns>True when the broadcast is to stand still; it begins to count anew then.</returns>
    public bool Note(DeliveryDecision decision)
    {
        if (decision.State == DeliveryState.Pending)
        {
            return false;
        }

        lock (_lock)
        {
            Add(KindOf(decision));
            if (_faults < MostFaults && _gone < MostGone)
            {
                return false;
            }

            _last.Clear();
            (_faults, _gone) = (0, 0);
            return true;
        }
    }

    private void Add(Kind kind)
    {
        _last.Enqueue(kind);
        Count(kind, 1);
        if (_last.Count > Window)
        {
            Count(_last.Dequeue(), -1);
        }
    }

    private void Count(Kind kind, int by)
    {
        _faults += kind == Kind.Fault ? by : 0;
        _gone += kind == Kind.Gone ? by : 0;
    }

    private static Kind KindOf(DeliveryDecision decision) => decision switch
    {
        { Cause: DeliveryCause.Blocked or DeliveryCause.UnknownAddress } => Kind.Gone,
        { State: DeliveryState.Failed or DeliveryState.InDoubt } => Kind.Fault,
        _ => Kind.Well,
    };
}
