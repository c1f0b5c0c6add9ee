namespace Outreach.Channels;

/// <summary>An even pace with a little slack (GCRA): one each <paramref name="interval"/>, up to <paramref name="slack"/> early, nothing saved up beyond that.</summary>
/// <remarks>Moments are <see cref="TimeProvider.GetTimestamp"/> turned into <see cref="TimeSpan"/>.</remarks>
internal struct Pace(TimeSpan interval, TimeSpan slack)
{
    private TimeSpan _next;

    /// <summary>The first moment at which the next one may go.</summary>
    public readonly TimeSpan Earliest => _next - slack;

    /// <summary>Takes the next place, at <paramref name="now"/> or later.</summary>
    public void Take(TimeSpan now) => _next = (now > _next ? now : _next) + interval;
}
