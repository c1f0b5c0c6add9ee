namespace Outreach.Content.Shared;

/// <summary>What a partner does for people who are referred to it: the names that <c>partners.yml</c> uses.</summary>
public static class PartnerService
{
    public const string LegalAid = "legal-aid";
    public const string Psychological = "psychological";
    public const string Medical = "medical";
    public const string Vocational = "vocational";
    public const string JobPlacement = "job-placement";
    public const string Shelter = "shelter";
    public const string Police = "police";

    public static IReadOnlyList<string> All { get; } = [LegalAid, Psychological, Medical, Vocational, JobPlacement, Shelter, Police];
}
