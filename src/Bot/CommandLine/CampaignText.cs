using System.Globalization;
using System.Text;
using Outreach.Content;
using Outreach.Scheduler.Campaigns;
using Outreach.Staff.Campaigns;
using Outreach.Storage.Campaigns;

namespace Outreach.Bot.CommandLine;

/// <summary>Campaigns in words for a terminal.</summary>
internal static class CampaignText
{
    public static string Of(CampaignStanding standing, TimeZoneInfo zone)
    {
        var counts = standing.Counts;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{standing.Campaign.Id:D}  {standing.Campaign.Title}");
        text.AppendLine(CultureInfo.InvariantCulture, $"state      {standing.State}{(standing.Current?.PausedBecause is { } reason ? $" ({Words.Of(reason)})" : "")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"planned    {TimeText(standing.PlannedAt, zone)}");
        if (standing is { Returned: { } returned, Campaign.State: CampaignState.Draft })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"sent back  {returned.Reason.ReplaceLineEndings(" ")}");
        }

        if (TestSends.IsPossibleIn(standing.Campaign.State))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"tested     {(standing.Campaign.TestedAt is { } tested ? TimeText(tested, zone) : "never")}");
        }

        if (standing.Current is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"messages   {counts.Sent} sent, {counts.Pending + counts.Reserved + counts.Sending} to do, {counts.Failed} failed, {counts.Skipped} skipped, {counts.Stopped} stopped, {counts.InDoubt} in doubt");
        }

        if (standing.DoubtCount > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"doubted    {standing.DoubtCount}{(standing.Doubts.Count > 0 ? " (listed with --json)" : " (no longer listed)")}");
        }

        return text.ToString().TrimEnd();
    }

    public static string Of(IReadOnlyList<CampaignStanding> all, TimeZoneInfo zone) => all.Count == 0
        ? "There are no campaigns yet."
        : string.Join(Environment.NewLine, all.Select(standing => $"{standing.Campaign.Id:D}  {standing.State,-10} {TimeText(standing.PlannedAt, zone),-17} {standing.Campaign.Title}"));

    public static string TimeText(DateTimeOffset? at, TimeZoneInfo zone) =>
        at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "at the start";

    /// <summary>What is wrong, where, and how to mend it.</summary>
    public static string Of(PlanFault fault)
    {
        var where = string.Concat(fault.Message is { } number ? $"message {number}: " : "", fault.Language is { } language ? $"{language}: " : "");
        return $"{(fault.IsWarning ? "warning" : "error")}: {where}{WordsOf(fault)}";
    }

    public static async Task<int> RefuseAsync(DeskOutcome outcome, Terminal terminal)
    {
        if (outcome is DeskOutcome.Faulty(var faults))
        {
            foreach (var fault in faults)
            {
                await terminal.Error.WriteLineAsync(Of(fault));
            }
        }

        var (message, wrongUse) = Refusal(outcome);
        return wrongUse ? throw new WrongUseException(message) : await FaultAsync(message, terminal);
    }

    private static async Task<int> FaultAsync(string message, Terminal terminal)
    {
        await terminal.Error.WriteLineAsync($"outreach: {message}");
        return ExitCodes.Fault;
    }

    private static (string Message, bool WrongUse) Refusal(DeskOutcome outcome) => outcome switch
    {
        DeskOutcome.NotFound => ("There is no such campaign. 'outreach campaign list' names all.", true),
        DeskOutcome.NotNow now => ($"refused: a campaign that is {Words.Of(now.State)} cannot be asked to {Step(now.Asked)}. Possible: {Steps(now.Possible)}.", false),
        DeskOutcome.NotNowOfBroadcast { State: { } state } now => ($"refused: a broadcast that is {Words.Of(state)} cannot be asked to {Step(now.Asked)}. Possible: {Steps(now.Possible)}.", false),
        DeskOutcome.NotNowOfBroadcast now => ($"refused: it has not been started, so there is nothing to {Step(now.Asked)}. 'outreach campaign show' tells its state.", false),
        DeskOutcome.NeedsSecondPerson => ("refused: a campaign is approved by a second person, who neither wrote nor submitted it.", false),
        DeskOutcome.MayNot => ($"refused: campaigns are for open accounts of the roles {string.Join(", ", CampaignRoles.All.Select(role => Words.Of(role)))}.", false),
        DeskOutcome.NeedsReason(var most) => ($"Say why, for its author: --reason TEXT, 1 to {most} characters.", true),
        DeskOutcome.Faulty => ("refused: mend what is an error above.", false),
        DeskOutcome.Changed => ("refused: somebody else changed it at this moment. Look at it and try again.", false),
        DeskOutcome.NotFromCommandLine => ("refused: Campaigns:ApprovalFromCommandLine is false. Approve it in the staff console.", false),
        DeskOutcome.NoDateLeft => ("refused: its rule gives no date any more. Clone it and set another.", false),
        _ => ("Campaigns need a database: Storage:Provider is InMemory.", true),
    };

    private static string Step(CampaignAct act) => Words.Of(act).Replace('_', ' ');

    private static string Steps(IReadOnlyList<CampaignAct> possible) => possible.Count == 0 ? "nothing" : string.Join(", ", possible.Select(Step));

    private static string WordsOf(PlanFault fault)
    {
        string Value(string name) => Convert.ToString(fault.Values.FirstOrDefault(value => value.Name == name).Value, CultureInfo.InvariantCulture) ?? "";
        return fault.Kind switch
        {
            PlanFaultKind.WrongNumberOfMessages => $"the plan has {Value("found")} messages; its rule needs {Value("expected")}.",
            PlanFaultKind.NoText => "there is no text. Write one.",
            PlanFaultKind.NoTitle => "there is no title. Write one.",
            PlanFaultKind.MissingLanguage => "there is no text in this language: its readers get the other one.",
            PlanFaultKind.TooLong => $"{Value("length")} characters; {Value("channel")} shows {Value("limit")} in one message. Shorten it.",
            PlanFaultKind.TooManyButtons => $"{Value("count")} buttons; a message has at most {Value("limit")}.",
            PlanFaultKind.UnknownAnswer => $"a button leads to '{Value("id")}', and there is no such answer. Name the id of an answer.",
            PlanFaultKind.AnswerNotInForce => $"a button leads to '{Value("id")}', which is not in force on that day: people are given the hotline. Have it reviewed.",
            PlanFaultKind.BadMarkdown => fault.Written is { } issue ? $"line {issue.Line}: {issue.Code}: {issue.What}. {issue.Mend}" : Value("fault"),
            PlanFaultKind.BadQuiz => "the quiz needs a question, 2 to 4 choices and one that is right.",
            PlanFaultKind.UnknownImage => $"there is no picture '{Value("file")}' in the content.",
            PlanFaultKind.BadRule => fault.Rule is { } rule ? RuleText.Of(rule, Languages.English) : "its rule never fires.",
            PlanFaultKind.Past => "its time is in the past. Set one to come, or none to send at the start.",
            PlanFaultKind.PastButSent => "its time is over, but not by much: once started it begins at once.",
            PlanFaultKind.DateMayBeWrong => $"{Value("date")} may move: the days off around it are not announced yet. A person must say yes before it is sent.",
            PlanFaultKind.UnknownTopic => $"the audience names the topic '{Value("id")}', and there is none.",
            PlanFaultKind.BadCapDays => $"the days between two campaigns must be 0 to {Value("limit")}.",
            PlanFaultKind.BadLateStart => $"the hours of a late start must be 0 to {Value("limit")}.",
            _ => "the quiet hours cannot be read. Write 21:00-07:00, or none.",
        };
    }
}
