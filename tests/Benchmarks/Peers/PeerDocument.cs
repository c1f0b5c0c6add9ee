using Outreach.Content.Search;

namespace Outreach.Benchmarks.Peers;

/// <summary>One entry as every search gets it: the fields that ours indexes. An answer has one in each language, under the same id.</summary>
internal sealed record PeerDocument(string Id, string Question, IReadOnlyList<string> Variants, string Title, string Body)
{
    public static PeerDocument Of(SearchEntry entry) => new(entry.Id, entry.Question, entry.Variants, entry.Title, entry.Body);
}
