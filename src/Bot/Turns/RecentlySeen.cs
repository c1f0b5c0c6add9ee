namespace Outreach.Bot.Turns;

/// <summary>The last updates this process handled: answers a quick replay without the database, which has the last word.</summary>
internal sealed class RecentlySeen
{
    private const int Capacity = 20_000;

    private readonly Lock _gate = new();
    private readonly HashSet<(string Channel, string UpdateId)> _seen = [];
    private readonly Queue<(string Channel, string UpdateId)> _order = new();

    public bool Contains(string channel, string updateId)
    {
        lock (_gate)
        {
            return _seen.Contains((channel, updateId));
        }
    }

    public void Add(string channel, string updateId)
    {
        lock (_gate)
        {
            if (_seen.Add((channel, updateId)))
            {
                _order.Enqueue((channel, updateId));
                if (_order.Count > Capacity)
                {
                    _seen.Remove(_order.Dequeue());
                }
            }
        }
    }
}
