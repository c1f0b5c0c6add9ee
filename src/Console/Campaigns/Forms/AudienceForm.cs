using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Campaigns;

namespace Outreach.Staff.Campaigns.Forms;

/// <summary>To whom a campaign goes, as typed.</summary>
public sealed class AudienceForm
{
    private const int MaxProvinces = 100;
    private const int MaxProvinceChars = 64;

    public List<string> Languages { get; set; } = [];
    public List<string> Roles { get; set; } = [];
    public List<string> Topics { get; set; } = [];
    public List<string> Channels { get; set; } = [];

    /// <summary>With commas or line ends between them.</summary>
    public string? Provinces { get; set; }

    public string? JoinedBefore { get; set; }
    public string? CapDays { get; set; }

    /// <summary>Whether anything but "everyone" was said.</summary>
    public bool IsNarrow => Languages.Count + Roles.Count + Topics.Count + Channels.Count > 0 || !string.IsNullOrWhiteSpace(Provinces) || !string.IsNullOrWhiteSpace(JoinedBefore);

    public static AudienceForm Of(CampaignPlan plan, LocalDay day) => new()
    {
        Languages = [.. plan.Audience.Languages],
        Roles = [.. plan.Audience.Roles],
        Topics = [.. plan.Audience.Topics],
        Channels = [.. plan.Audience.Channels],
        Provinces = string.Join(", ", plan.Audience.Provinces),
        JoinedBefore = plan.Audience.JoinedBefore is { } instant ? FormText.Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, day.Zone).DateTime)) : null,
        CapDays = plan.CapDays == 0 ? null : FormText.Of(plan.CapDays),
    };

    /// <param name="was">Of a time of the day before, which no field shows: kept while its day stays.</param>
    public AudienceFilter Read(AudienceFilter was, LocalDay day, Dictionary<string, string> faults)
    {
        var provinces = (Provinces ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => name.Normalize()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (provinces.Count > MaxProvinces || provinces.Exists(name => name.Length > MaxProvinceChars))
        {
            faults["Provinces"] = "editor.too-many-provinces";
        }

        var before = FormText.Day(JoinedBefore);
        if (before is null && !string.IsNullOrWhiteSpace(JoinedBefore))
        {
            faults["JoinedBefore"] = "editor.need-date";
        }

        return new AudienceFilter
        {
            Languages = [.. Languages.Intersect(Content.Languages.All)],
            Roles = [.. Roles.Intersect(AudienceText.Roles)],
            Channels = [.. Channels.Intersect(AudienceText.Channels)],
            Topics = [.. Topics.Distinct().Take(MaxProvinces)],
            Provinces = provinces,
            JoinedBefore = before is null ? null
                : was.JoinedBefore is { } old && DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(old, day.Zone).DateTime) == before ? old
                : PlanTime.Parse(FormText.Of(before.Value), day.Zone),
        };
    }
}
