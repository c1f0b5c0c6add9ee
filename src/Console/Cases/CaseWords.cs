using System.Globalization;
using Outreach.Content;
using Outreach.Staff.Frame;
using Outreach.Storage.Cases;

namespace Outreach.Staff.Cases;

/// <summary>How a case's own terms are said to staff.</summary>
internal static class CaseWords
{
    public static string Topic(ConsoleText text, ContentSnapshot content, string id) =>
        content.Topics.FirstOrDefault(t => t.Id == id)?.Name.In(text.Language) ?? text["cases.topic.other"];

    public static string Day(ConsoleText text, DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => text["cases.day.today"],
        1 => text["cases.day.yesterday"],
        _ => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>A phrase's key; null where there is nothing to say.</summary>
    public static string? Delivery(TextDelivery delivery, AnswerMode mode) => delivery switch
    {
        TextDelivery.Queued => "cases.delivery.queued",
        TextDelivery.Sent => "cases.delivery.sent",
        TextDelivery.Undeliverable => "cases.delivery.undeliverable",
        TextDelivery.InDoubt => "cases.delivery.in-doubt",
        TextDelivery.None when mode == AnswerMode.Receipt => "cases.delivery.with-code",
        _ => null,
    };
}
