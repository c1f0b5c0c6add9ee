using Outreach.Channels;

namespace Outreach.Bot.Turns;

/// <summary>One turn at a time for a conversation, many conversations at once.</summary>
internal sealed class ConversationLocks
{
    /// <summary>Two conversations share a stripe now and then and wait for each other a few milliseconds; no stripe is ever given back or lost.</summary>
    private const int Stripes = 4096;

    private readonly SemaphoreSlim[] _stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<IDisposable> EnterAsync(ChannelAddress address, CancellationToken cancellationToken)
    {
        var stripe = _stripes[(uint)address.GetHashCode() % Stripes];
        await stripe.WaitAsync(cancellationToken);
        return new Held(stripe);
    }

    private sealed class Held(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
