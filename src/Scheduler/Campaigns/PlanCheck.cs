using Outreach.Content;
using Outreach.Content.Answers;
using Outreach.Content.Blocks;
using Outreach.Content.Markdown;
using Outreach.Content.Store;
using Outreach.Scheduler.Planning;
using Outreach.Storage;

namespace Outreach.Scheduler.Campaigns;

/// <summary>Finds everything that is wrong with a plan, by the content, the holidays and the hour of now.</summary>
public sealed class PlanCheck(Func<ContentStore> content, BroadcastMaker maker, LocalDay day, TimeProvider time)
{
    private const int MinChoices = 2;
    private const int MaxChoices = 4;

    /// <summary>One message's visible text, and the caption of one with a picture. Where a channel takes more, people do not read more.</summary>
    private static readonly (string Channel, int Text, int Caption)[] Limits = [("telegram", 4000, 1024), ("zalo", 2000, 2000), ("messenger", 2000, 2000)];

    /// <summary>All faults, those of the whole plan first.</summary>
    public IReadOnlyList<PlanFault> Find(CampaignPlan plan)
    {
        var snapshot = content().Current;
        return [.. OfWhole(plan, snapshot), .. plan.Messages.SelectMany((message, index) => OfMessage(plan, message, index, snapshot))];
    }

    /// <summary>What keeps even a draft from being kept: no title, no bounds, or a rule of which no date can be computed.</summary>
    internal static List<PlanFault> Unstorable(string title, CampaignPlan plan)
    {
        var faults = new List<PlanFault>();
        if (string.IsNullOrWhiteSpace(title))
        {
            faults.Add(new PlanFault(PlanFaultKind.NoTitle));
        }

        if (plan.Messages.Count is 0 or > Recurrence.Series.Messages)
        {
            faults.Add(WrongNumber(plan));
        }

        if (plan.When is { } rule && RuleCheck.FormOf(rule) is { } fault)
        {
            faults.Add(new PlanFault(PlanFaultKind.BadRule) { Rule = fault });
        }

        faults.AddRange(plan.Messages.SelectMany(message => message.Texts.Values)
            .Where(text => text.Markdown.Length > CampaignPlan.MaxTextChars || text.Title.Length > CampaignPlan.MaxTextChars)
            .Select(text => new PlanFault(PlanFaultKind.TooLong, ("channel", "*"), ("length", text.Markdown.Length), ("limit", CampaignPlan.MaxTextChars))));
        return faults;
    }

    private static PlanFault WrongNumber(CampaignPlan plan) =>
        new(PlanFaultKind.WrongNumberOfMessages, ("found", plan.Messages.Count), ("expected", plan.When is Recurrence.Series ? Recurrence.Series.Messages : 1));

    private IEnumerable<PlanFault> OfWhole(CampaignPlan plan, ContentSnapshot snapshot)
    {
        if (plan.Messages.Count != (plan.When is Recurrence.Series ? Recurrence.Series.Messages : 1))
        {
            yield return WrongNumber(plan);
        }

        if (plan.CapDays is < 0 or > CampaignPlan.MaxCapDays)
        {
            yield return new PlanFault(PlanFaultKind.BadCapDays, ("limit", CampaignPlan.MaxCapDays));
        }

        if (plan.LateStartHours is < 0 or > CampaignPlan.MaxLateStartHours)
        {
            yield return new PlanFault(PlanFaultKind.BadLateStart, ("limit", CampaignPlan.MaxLateStartHours));
        }

        if (plan.QuietHours is { } quiet && QuietHours.Parse(quiet, out _) is null)
        {
            yield return new PlanFault(PlanFaultKind.BadQuietHours);
        }

        foreach (var topic in plan.Audience.Topics.Where(id => snapshot.Topics.All(topic => topic.Id != id)))
        {
            yield return new PlanFault(PlanFaultKind.UnknownTopic, ("id", topic));
        }

        if (plan.When is { } rule && OfRule(plan, rule, snapshot) is { } fault)
        {
            yield return fault;
        }
    }

    private PlanFault? OfRule(CampaignPlan plan, Recurrence rule, ContentSnapshot snapshot)
    {
        var now = time.GetUtcNow();
        return RuleCheck.Find(rule, day.Zone, snapshot.Holidays, now) switch
        {
            { Kind: RuleFaultKind.Past } past when rule is Recurrence.Once && maker.First(Guid.Empty, plan, now) is { } first
                && LateStart.Judge(first.PlannedAt, now, maker.LatestStart(plan)) == StartVerdict.Send =>
                new PlanFault(PlanFaultKind.PastButSent) { Rule = past },
            { Kind: RuleFaultKind.Past } past => new PlanFault(PlanFaultKind.Past) { Rule = past },
            { } fault => new PlanFault(PlanFaultKind.BadRule) { Rule = fault },
            null => maker.Dates(plan, now, 1) is [{ AskFirst: true } doubtful] ? new PlanFault(PlanFaultKind.DateMayBeWrong, ("date", doubtful.Day)) : null,
        };
    }

    private IEnumerable<PlanFault> OfMessage(CampaignPlan plan, CampaignMessage message, int index, ContentSnapshot snapshot)
    {
        int? number = plan.Messages.Count > 1 ? index + 1 : null;
        var sent = maker.SendDay(plan, index, time.GetUtcNow());
        if (message.Buttons.Count > CampaignMessage.MaxButtons)
        {
            yield return new PlanFault(PlanFaultKind.TooManyButtons, ("count", message.Buttons.Count), ("limit", CampaignMessage.MaxButtons)) { Message = number };
        }

        foreach (var id in message.Buttons)
        {
            if (snapshot.Languages.Values.Select(local => local.Answers.GetValueOrDefault(id)).OfType<Answer>().ToList() is not { Count: > 0 } found)
            {
                yield return new PlanFault(PlanFaultKind.UnknownAnswer, ("id", id)) { Message = number };
            }
            else if (!found.Any(answer => snapshot.MayServe(answer, sent)))
            {
                yield return new PlanFault(PlanFaultKind.AnswerNotInForce, ("id", id)) { Message = number };
            }
        }

        if (message.Image is { } image && content().FindMedia(image) is null)
        {
            yield return new PlanFault(PlanFaultKind.UnknownImage, ("file", image)) { Message = number };
        }

        if (message.Texts.Count == 0)
        {
            yield return new PlanFault(PlanFaultKind.NoText) { Message = number };
        }

        foreach (var language in Languages.All)
        {
            var faults = message.Texts.TryGetValue(language, out var text) ? OfText(message, text, language, sent, snapshot) : [new PlanFault(PlanFaultKind.MissingLanguage)];
            foreach (var fault in faults)
            {
                yield return fault with { Message = number, Language = language };
            }
        }
    }

    private static IEnumerable<PlanFault> OfText(CampaignMessage message, MessageText text, string language, DateOnly sent, ContentSnapshot snapshot)
    {
        if (string.IsNullOrWhiteSpace(text.Title))
        {
            yield return new PlanFault(PlanFaultKind.NoTitle);
        }

        if (string.IsNullOrWhiteSpace(text.Markdown))
        {
            yield return new PlanFault(PlanFaultKind.NoText);
        }

        if (text.Quiz is { } quiz && (string.IsNullOrWhiteSpace(quiz.Question) || quiz.Choices.Count is < MinChoices or > MaxChoices
            || quiz.Choices.Any(string.IsNullOrWhiteSpace) || quiz.Right < 0 || quiz.Right >= quiz.Choices.Count))
        {
            yield return new PlanFault(PlanFaultKind.BadQuiz);
        }

        var read = MessageMarkdown.Read(text.Markdown, language, snapshot, sent);
        foreach (var issue in read.Issues)
        {
            yield return new PlanFault(PlanFaultKind.BadMarkdown, ("fault", issue.What)) { Written = issue };
        }

        var length = LengthOf(text, PlainText.Of(snapshot.Resolve(read.Blocks, language, sent)));
        foreach (var (channel, limit, caption) in Limits)
        {
            var most = message.Image is null ? limit : caption;
            if (length > most)
            {
                yield return new PlanFault(PlanFaultKind.TooLong, ("channel", channel), ("length", length), ("limit", most));
                yield break;
            }
        }
    }

    /// <summary>What stands in the message: title, text, and the quiz's question with its choices.</summary>
    private static int LengthOf(MessageText text, string body) =>
        text.Title.Length + 2 + body.Length + (text.Quiz is { } quiz ? 2 + quiz.Question.Length + quiz.Choices.Sum(choice => choice.Length + 1) : 0);
}
