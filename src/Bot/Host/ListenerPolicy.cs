using Microsoft.AspNetCore.Routing.Matching;

namespace Outreach.Bot.Host;

/// <summary>Routing sees only the endpoints of the request's own listener: the others do not exist, whatever the Host header says.</summary>
/// <remarks>An endpoint without a mark is public.</remarks>
internal sealed class ListenerPolicy : MatcherPolicy, IEndpointComparerPolicy, INodeBuilderPolicy
{
    /// <summary>Before the policy for methods, so that a wrong method on the wrong listener is 404 and not 405.</summary>
    public override int Order => -10_000;

    public IComparer<Endpoint> Comparer { get; } = Comparer<Endpoint>.Create((a, b) => KindOf(a).CompareTo(KindOf(b)));

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Count > 0 && !ContainsDynamicEndpoints(endpoints);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints) =>
    [
        .. endpoints.GroupBy(KindOf).Select(group => new PolicyNodeEdge(group.Key, [.. group])),
    ];

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
    {
        int To(ListenerKind kind) => edges.Where(edge => (ListenerKind)edge.State == kind).Select(edge => edge.Destination).FirstOrDefault(exitDestination);

        return new Doors(To(ListenerKind.Public), To(ListenerKind.Console));
    }

    private static ListenerKind KindOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ListenerMark>()?.Kind ?? ListenerKind.Public;

    private sealed class Doors(int toPublic, int toConsole) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) => ListenerMark.Of(httpContext) == ListenerKind.Console ? toConsole : toPublic;
    }
}
