using Outreach.Content.Checks;
using Outreach.Content.Shared;
using Outreach.Content.Yaml;

namespace Outreach.Content.Loading;

internal static class PartnersFile
{
    public const string Name = "partners.yml";

    /// <summary>All rows, also those not verified.</summary>
    /// <param name="hotlines">A partner whose number is a hotline names it, so that a number stands in one place.</param>
    public static List<Partner> Read(YamlSource source, string text, IReadOnlyList<Hotline> hotlines, List<Reference> references)
    {
        var partners = new List<Partner>();
        if (source.Read(text) is not { } root)
        {
            return partners;
        }

        var ids = new IdRule();
        foreach (var row in YamlMap.Rows(source, root, Name))
        {
            if (ReadRow(row, ids, hotlines, references) is { } partner)
            {
                partners.Add(partner);
            }
        }

        return partners;
    }

    private static Partner? ReadRow(YamlMap row, IdRule ids, IReadOnlyList<Hotline> hotlines, List<Reference> references)
    {
        row.Only("id", "name", "services", "area", "hours", "number", "hotline", "reach", "note", "source", "verified");
        var (id, name, area, from) = (ids.Read(row), row.Localized("name"), row.Localized("area"), row.Text("source"));
        var services = Services(row);
        var (hours, reach, note) = (row.Localized("hours", false), row.Localized("reach", false), row.Localized("note", false));
        var verified = row.Date("verified", false);
        var hotline = row.Text("hotline", required: false);
        var number = row.Has("number") ? HotlinesFile.ReadNumber(row) : null;
        if (hotline is { } named)
        {
            references.Add(new Reference(ReferenceKind.Hotline, named.Text, named.At));
            number ??= hotlines.FirstOrDefault(h => h.Id == named.Text && h.Verified is not null)?.Number;
        }

        if (!row.Has("number") && hotline is null && reach is null)
        {
            row.Issues.Error(row.At, Codes.PartnerOutOfReach, "nobody could find this partner",
                "Give a 'number', the id of a 'hotline', or say under 'reach' where to go.");
            return null;
        }

        return id is null || name is null || area is null || from is null || services.Count == 0 ? null : new Partner
        {
            Id = id,
            Name = name,
            Services = services,
            Area = area,
            Hours = hours,
            Number = number,
            Reach = reach,
            Note = note,
            Source = from.Value.Text,
            Verified = verified,
        };
    }

    private static List<string> Services(YamlMap row)
    {
        var services = row.Texts("services");
        foreach (var service in services.Where(s => !PartnerService.All.Contains(s.Text)))
        {
            row.Issues.Error(service.At, Codes.UnknownService, $"there is no service '{service.Text}'",
                $"Use one of: {string.Join(", ", PartnerService.All)}.{Near.Hint(service.Text, PartnerService.All)}");
        }

        return [.. services.Select(s => s.Text).Where(PartnerService.All.Contains)];
    }
}
