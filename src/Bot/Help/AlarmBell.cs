using System.Threading.Channels;

namespace Outreach.Bot.Help;

/// <summary>Rung when an urgent request was saved; says nothing of it.</summary>
internal sealed class AlarmBell
{
    private readonly Channel<bool> _rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rung.Writer.TryWrite(true);

    /// <summary>Completes when it was rung since the last time.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _rung.Reader.ReadAsync(cancellationToken);
}
