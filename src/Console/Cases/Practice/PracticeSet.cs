using Outreach.Cases.Desk;
using Outreach.Content.Store;
using Outreach.Staff.Frame;
using Outreach.Storage.Cases;

namespace Outreach.Staff.Cases.Practice;

/// <summary>The made-up cases, as they are at the beginning. Their words stand among the console's phrases.</summary>
internal sealed class PracticeSet(ContentStore content, TimeProvider time)
{
    private static readonly Story[] Stories =
    [
        new("child", "Gạo Đỏ 1", "red", AnswerMode.Receipt, "other", DaysAgo: 0, Danger: true),
        new("wages", "Sen Hồng 2", "pink", AnswerMode.Chat, "lao-dong", DaysAgo: 1),
        new("maternity", "Trúc Xanh 3", "green", AnswerMode.Receipt, "lao-dong-nu", DaysAgo: 2),
        new("locked", "Cúc Vàng 4", "yellow", AnswerMode.Receipt, "quyen-tro-giup", DaysAgo: 0, Danger: true),
        new("insurance", "Lúa Nõn 5", "lime", AnswerMode.Chat, "bhxh", DaysAgo: 4),
        new("advert", "Liễu Lam 6", "azure", AnswerMode.Chat, "other", DaysAgo: 0),
    ];

    public DateOnly Today => content.Today;

    public IReadOnlyList<PracticeCase> Make(string language) => [.. Stories.Select(story => Make(story, language))];

    private PracticeCase Make(Story story, string language)
    {
        var phrases = Phrases.Of(language);
        var on = Today.AddDays(-story.DaysAgo);
        var made = new PracticeCase
        {
            Alias = story.Alias,
            Colour = story.Colour,
            Mode = story.Mode,
            Topic = story.Topic,
            Language = language,
            Danger = story.Danger,
            Priority = story.Danger ? CasePriority.Urgent : CasePriority.Normal,
            UrgentSince = story.Danger ? Hour(time.GetUtcNow()) : null,
            ReceivedOn = on,
            LastOn = on,
        };
        made.Texts.Add(new DeskText { Id = Guid.NewGuid(), Number = 1, StaffId = null, Delivery = TextDelivery.None, Author = TextAuthor.Worker, Text = phrases[$"practice.{story.Id}.words"].TrimEnd(), On = on });
        for (var i = 1; phrases.TryGetValue($"practice.{story.Id}.answer-{i}", out var answer); i++)
        {
            made.Answers.Enqueue(answer.TrimEnd());
        }

        return made;
    }

    private static DateTimeOffset Hour(DateTimeOffset moment) => new(moment.Year, moment.Month, moment.Day, moment.Hour, 0, 0, TimeSpan.Zero);

    private sealed record Story(string Id, string Alias, string Colour, AnswerMode Mode, string Topic, int DaysAgo, bool Danger = false);
}
