using Outreach.Content;
using Outreach.Content.Answers;

namespace Outreach.Scheduler.Campaigns;

/// <summary>A campaign of content as a plan keeps it: later changes of its file change no plan.</summary>
public static class ContentPlan
{
    /// <returns>Its title for staff and its message in every language it has; null where there is no such campaign.</returns>
    public static (string Title, CampaignMessage Message)? Find(ContentSnapshot content, string contentId)
    {
        var found = Languages.All.Select(language => content.In(language).Campaigns.GetValueOrDefault(contentId)).OfType<Campaign>().ToList();
        return found.Count == 0 ? null : (found[0].Title, MessageOf(found));
    }

    /// <summary>The twelve campaigns of the year, January's first, for a series; null where a month has none.</summary>
    public static IReadOnlyList<CampaignMessage>? Year(ContentSnapshot content)
    {
        var months = content.In(Languages.Vietnamese).Campaigns.Values.GroupBy(campaign => campaign.Month).OrderBy(month => month.Key).Select(month => Find(content, month.First().Id)!.Value.Message).ToList();
        return months.Count == Planning.Recurrence.Series.Messages ? months : null;
    }

    private static CampaignMessage MessageOf(List<Campaign> found) => new()
    {
        Texts = found.ToDictionary(c => c.Language, c => new MessageText { Title = c.Title, Markdown = c.Markdown, Quiz = c.Quiz }, StringComparer.Ordinal),
        Buttons = found[0].Buttons,
        Image = found[0].Image,
    };
}
