using Outreach.Content.Answers;
using Outreach.Content.Checks;
using Outreach.Content.Crisis;
using Outreach.Content.Shared;

namespace Outreach.Content.Loading;

/// <summary>All that was read, with faults and all. Null parts are files that are not there.</summary>
internal sealed record ContentParts
{
    public required DateOnly Day { get; init; }
    public required ContentFiles Files { get; init; }
    public required IReadOnlyList<Topic> Topics { get; init; }

    /// <summary>Also the unverified.</summary>
    public required IReadOnlyList<Hotline> Hotlines { get; init; }

    /// <summary>Also the unverified; null where the file is not there.</summary>
    public required IReadOnlyList<Partner>? Partners { get; init; }

    public required FigureTable Figures { get; init; }
    public required IReadOnlyList<CrisisEntry>? Crisis { get; init; }
    public required CrisisExamples? CrisisExamples { get; init; }
    public required IReadOnlyList<LawSource>? Sources { get; init; }
    public required SynonymTable? Synonyms { get; init; }
    public required CalendarPart? Calendar { get; init; }
    public required HolidayTable? Holidays { get; init; }
    public required ProvinceTable? Provinces { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, OrderedDictionary<string, Located>> Phrases { get; init; }

    /// <summary>By language.</summary>
    public required IReadOnlyDictionary<string, OrderedDictionary<string, (CannedReply Reply, Spot At)>> Replies { get; init; }

    public required IReadOnlyList<ContentText> Texts { get; init; }

    /// <summary>What the files that all answers share refer to.</summary>
    public required IReadOnlyList<Reference> References { get; init; }

    public IReadOnlyDictionary<string, Hotline> VerifiedHotlines()
    {
        var verified = new OrderedDictionary<string, Hotline>(StringComparer.Ordinal);
        foreach (var hotline in Hotlines.Where(h => h.Verified is not null))
        {
            verified[hotline.Id] = hotline;
        }

        return verified;
    }
}
