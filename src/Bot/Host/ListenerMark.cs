namespace Outreach.Bot.Host;

/// <summary>Which listener a connection came in by, or an endpoint belongs to. Set by us on the connection itself, so nothing that a client sends can change it.</summary>
internal sealed record ListenerMark(ListenerKind Kind)
{
    public static ListenerMark Public { get; } = new(ListenerKind.Public);
    public static ListenerMark Console { get; } = new(ListenerKind.Console);
    public static ListenerMark Nowhere { get; } = new(ListenerKind.Nowhere);

    /// <summary>The listener of a request. Without a mark (an in-process test server) it is the public one, which may do less.</summary>
    public static ListenerKind Of(HttpContext context) => context.Features.Get<ListenerMark>()?.Kind ?? ListenerKind.Public;
}
