using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Rehearsal;

/// <summary>The audience of a campaign asked of cohorts, as plan-deliveries.sql asks it of subscribers.</summary>
internal static class CohortRules
{
    public static bool IsMeant(AudienceFilter audience, AudienceCohort cohort) =>
        Any(audience.Languages, cohort.Language)
        && Any(audience.Provinces, cohort.Province)
        && Any(audience.Roles, cohort.Role)
        && Any(audience.Channels, cohort.Channel)
        && (audience.Topics.Count == 0 || cohort.Topics.Count == 0 || audience.Topics.Intersect(cohort.Topics, StringComparer.Ordinal).Any())
        && (audience.JoinedBefore is not { } before || cohort.ConsentedOn < before);

    private static bool Any(IReadOnlyList<string> wanted, string? value) => wanted.Count == 0 || (value is not null && wanted.Contains(value, StringComparer.Ordinal));
}
