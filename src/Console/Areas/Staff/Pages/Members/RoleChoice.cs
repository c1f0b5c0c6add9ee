using Outreach.Content.Store;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Members;

/// <summary>What the form for role and topics shows.</summary>
/// <param name="Topics">Id and name of each topic, in the reader's language.</param>
internal sealed record RoleChoice(StaffRole Role, IReadOnlyCollection<string> Given, IReadOnlyList<(string Id, string Name)> Topics)
{
    /// <summary>For cases that fit no topic.</summary>
    public const string Other = "other";

    public static RoleChoice Of(ContentStore content, string language, string other, StaffRole role, IReadOnlyCollection<string> given) =>
        new(role, given, [.. content.Current.Topics.Select(topic => (topic.Id, topic.Name.In(language))), (Other, other)]);

    /// <summary>The topics of a form that exist.</summary>
    public static IReadOnlyList<string> Known(ContentStore content, IEnumerable<string> given) =>
        [.. given.Where(id => id == Other || content.Current.Topics.Any(topic => topic.Id == id)).Distinct(StringComparer.Ordinal)];
}
