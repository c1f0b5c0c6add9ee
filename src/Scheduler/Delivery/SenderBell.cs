namespace Outreach.Scheduler.Delivery;

/// <summary>Tells the sender of this process that there is something to send. Without it, or rung on another node, it looks each second.</summary>
public sealed class SenderBell
{
    private readonly Signal _signal = new();

    internal Task Next => _signal.Next;

    public void Ring() => _signal.Raise();
}
