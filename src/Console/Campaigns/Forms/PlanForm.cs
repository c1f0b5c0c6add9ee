using Outreach.Content;
using Outreach.Content.Answers;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;

namespace Outreach.Staff.Campaigns.Forms;

/// <summary>A campaign as it is typed: texts, so that whatever was typed comes back, whole, with what is wrong with it.</summary>
public sealed class PlanForm
{
    private const string House = "house";
    private const string None = "none";
    private const string Own = "own";

    /// <summary>Staff's name for it.</summary>
    public string? Name { get; set; }

    public TextForm Vi { get; set; } = new();
    public TextForm En { get; set; } = new();

    /// <summary>Questions of answers, or their ids.</summary>
    public List<string?> Buttons { get; set; } = [];

    public string? Image { get; set; }
    public RuleForm When { get; set; } = new();
    public AudienceForm To { get; set; } = new();

    /// <summary><c>house</c>, <c>none</c>, <c>own</c>.</summary>
    public string? Quiet { get; set; } = House;

    public string? QuietFrom { get; set; } = "21:00";
    public string? QuietTo { get; set; } = "07:00";

    /// <summary>Empty = the setting.</summary>
    public string? LateStartHours { get; set; }

    public bool ListsDoubts { get; set; }

    /// <summary>Not shown among past messages on the public site.</summary>
    public bool StaysOffSite { get; set; }

    /// <summary>What was read when the page was opened; null of a new campaign.</summary>
    public int? Version { get; set; }

    /// <summary>Whether anything but the rules of the house was said.</summary>
    public bool HasOwnRules => Quiet is not (null or House) || !string.IsNullOrWhiteSpace(LateStartHours) || ListsDoubts || StaysOffSite;

    public static PlanForm Of(string name, CampaignPlan plan, int message, ContentSnapshot content, string language, LocalDay day)
    {
        var shown = plan.Messages[message];
        var form = new PlanForm
        {
            Name = name,
            Vi = TextForm.Of(shown.Texts.GetValueOrDefault(Languages.Vietnamese)),
            En = TextForm.Of(shown.Texts.GetValueOrDefault(Languages.English)),
            Buttons = [.. shown.Buttons.Select(id => Questions(content, language).FirstOrDefault(answer => answer.Id == id)?.Question ?? id)],
            Image = shown.Image,
            When = RuleForm.Of(plan.When),
            To = AudienceForm.Of(plan, day),
            LateStartHours = plan.LateStartHours is { } hours ? FormText.Of(hours) : null,
            ListsDoubts = plan.ListsDoubts,
            StaysOffSite = plan.StaysOffSite,
        };
        if (plan.Messages.Count > 1 && plan.When is null)
        {
            (form.When.Kind, form.When.FirstMonth) = (RuleForm.Series, FormText.Month(day.Today.AddMonths(1)));
        }

        if (plan.QuietHours is { } quiet)
        {
            var parts = quiet.Split('-');
            (form.Quiet, form.QuietFrom, form.QuietTo) = parts.Length == 2 ? (Own, parts[0], parts[1]) : (None, form.QuietFrom, form.QuietTo);
        }

        return form;
    }

    /// <summary>The place of a message by its number, from 0; the first where it is none.</summary>
    public static int Place(string? number, int count) => FormText.Number(number) is { } typed && typed >= 1 && typed <= count ? typed - 1 : 0;

    /// <summary>All answers a button can lead to, once each, in this language where they are in it.</summary>
    public static IReadOnlyList<Answer> Questions(ContentSnapshot content, string language) =>
        [.. content.In(language).Answers.Values.Concat(content.In(Languages.Other(language)).Answers.Values).DistinctBy(answer => answer.Id)];

    /// <param name="was">What was planned before: of a series, the other messages stay.</param>
    /// <param name="message">Which message the form shows, from 0.</param>
    /// <param name="faults">What cannot be read at all: phrases by field.</param>
    public CampaignPlan Read(CampaignPlan was, int message, ContentSnapshot content, LocalDay day, out Dictionary<string, string> faults)
    {
        faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var texts = new Dictionary<string, MessageText>(StringComparer.Ordinal);
        Add(Languages.Vietnamese, Vi);
        Add(Languages.English, En);
        var written = new CampaignMessage { Texts = texts, Buttons = [.. Buttons.Select(typed => FindAnswer(typed, content)).OfType<string>()], Image = string.IsNullOrWhiteSpace(Image) ? null : Image };
        return was with
        {
            Messages = [.. was.Messages.Select((old, number) => number == message ? written : old)],
            When = When.Read(faults),
            Audience = To.Read(was.Audience, day, faults),
            CapDays = Number(To.CapDays, "CapDays", faults) ?? 0,
            QuietHours = Quiet switch { Own => $"{QuietFrom}-{QuietTo}", None => None, _ => null },
            LateStartHours = Number(LateStartHours, "LateStartHours", faults),
            ListsDoubts = ListsDoubts,
            StaysOffSite = StaysOffSite,
        };

        void Add(string language, TextForm form)
        {
            if (form.Read() is { } text)
            {
                texts[language] = text;
            }
        }
    }

    private static int? Number(string? text, string field, Dictionary<string, string> faults)
    {
        var number = FormText.Number(text);
        if (number is null && !string.IsNullOrWhiteSpace(text))
        {
            faults[field] = "editor.need-number";
        }

        return number;
    }

    /// <summary>The answer of a question, whatever its letters' case; what is none goes on as it was typed, and the check names it.</summary>
    private static string? FindAnswer(string? typed, ContentSnapshot content)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var words = typed.Trim().Normalize();
        return content.Languages.Values.SelectMany(local => local.Answers.Values)
            .FirstOrDefault(answer => answer.Id == words || string.Equals(answer.Question, words, StringComparison.OrdinalIgnoreCase))?.Id ?? words;
    }
}
