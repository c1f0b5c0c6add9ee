using Outreach.Bot.Turns;
using Outreach.Scheduler.Campaigns;

namespace Outreach.Bot.Preferences;

/// <summary>The screens on which a subscriber chooses: a question and a few buttons each. Pure.</summary>
internal static class PreferenceScreens
{
    /// <summary>When those sleep who work at night.</summary>
    private const string DaySleep = "0700-1500";

    private static readonly PlanButton Back = new(ButtonValue.ForPreference(PreferenceWord.Show), "prefs.button.back");

    /// <param name="before">Keys of what is said first.</param>
    public static ReplyPlan Overview(TurnContext turn, PlanPart.Preferences chosen, params string[] before) => new()
    {
        Language = turn.Language,
        Parts = [.. before.Select(key => new PlanPart.Phrase(key)), chosen],
        Buttons =
        [
            Way(PreferenceWord.Topics),
            Way(PreferenceWord.Hours),
            .. turn.Content.Provinces.IsEmpty ? [] : new[] { Way(PreferenceWord.Place) },
            Way(PreferenceWord.Role),
            Way(chosen.IsLinked ? PreferenceWord.Part : PreferenceWord.Link),
            new PlanButton(ButtonValue.For(Command.Menu), "button.menu"),
        ],
    };

    /// <summary>Every topic with its mark; a press changes it.</summary>
    public static ReplyPlan Topics(TurnContext turn, IReadOnlyList<string> chosen, params string[] before)
    {
        IReadOnlyList<string> all = [.. turn.Content.Topics.Select(topic => topic.Id)];
        var wanted = TopicRules.Wanted(chosen, all);
        return new ReplyPlan
        {
            Language = turn.Language,
            Parts = [.. before.Select(key => new PlanPart.Phrase(key)), new PlanPart.Phrase("prefs.topics.ask")],
            Buttons =
            [
                .. all.Select(id => wanted.Contains(id)
                    ? new PlanButton(ButtonValue.ForPreference(PreferenceWord.Off, id), "prefs.topic.on")
                    : new PlanButton(ButtonValue.ForPreference(PreferenceWord.On, id), "prefs.topic.off")),
                .. wanted.Count == all.Count ? [] : new[] { Way(PreferenceWord.AllTopics) },
                Back,
            ],
        };
    }

    /// <summary>Said to somebody who leaves one topic, with the way back.</summary>
    public static ReplyPlan Left(TurnContext turn, string topic, PlanPart.Preferences chosen) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("prefs.left", topic), chosen],
        Buttons =
        [
            new PlanButton(ButtonValue.ForPreference(PreferenceWord.On, topic), "prefs.button.again"),
            new PlanButton(ButtonValue.ForPreference(PreferenceWord.Show), "button.settings"),
            new PlanButton(ButtonValue.For(Command.Stop), "prefs.button.stop"),
        ],
    };

    /// <summary>A topic of which they get nothing already.</summary>
    public static ReplyPlan NotGot(TurnContext turn, string topic, PlanPart.Preferences chosen) =>
        Left(turn, topic, chosen) with { Parts = [new PlanPart.Phrase("prefs.not-got", topic), chosen] };

    /// <summary>The last topic is not taken away by a press: that would be to stop, which has a word of its own.</summary>
    public static ReplyPlan LastTopic(TurnContext turn, IReadOnlyList<string> chosen)
    {
        var asked = Topics(turn, chosen, "prefs.topics.last");
        return asked with { Buttons = [.. asked.Buttons, new PlanButton(ButtonValue.For(Command.Stop), "prefs.button.stop")] };
    }

    public static ReplyPlan Hours(TurnContext turn, string key = "prefs.hours.ask") => Asking(turn, key,
        new PlanButton(ButtonValue.ForPreference(PreferenceWord.Rest, DaySleep), "prefs.hours.night"),
        new PlanButton(ButtonValue.ForPreference(PreferenceWord.Rest, PreferenceWord.SharedHours), "prefs.button.shared"),
        new PlanButton(ButtonValue.ForPreference(PreferenceWord.Rest, PreferenceWord.AnyHour), "prefs.button.any"));

    public static ReplyPlan Place(TurnContext turn, string key = "prefs.place.ask") => Asking(turn, key,
        new PlanButton(ButtonValue.ForPreference(PreferenceWord.NoPlace), "prefs.button.unsaid"));

    public static ReplyPlan Role(TurnContext turn) => Asking(turn, "prefs.role.ask",
    [
        .. AudienceText.Roles.Select(role => new PlanButton(ButtonValue.ForPreference(PreferenceWord.Am, role), "prefs.role." + role)),
        new PlanButton(ButtonValue.ForPreference(PreferenceWord.Am, PreferenceWord.Nobody), "prefs.button.unsaid"),
    ]);

    /// <summary>The code that is typed in another conversation.</summary>
    public static ReplyPlan Code(TurnContext turn, string code) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase("prefs.link.code"), new PlanPart.Code(code), new PlanPart.Phrase("prefs.link.how")],
        Buttons = [Back],
    };

    public static ReplyPlan LinkNote(TurnContext turn, string key) => Asking(turn, key);

    private static ReplyPlan Asking(TurnContext turn, string key, params PlanButton[] choices) => new()
    {
        Language = turn.Language,
        Parts = [new PlanPart.Phrase(key)],
        Buttons = [.. choices, Back],
    };

    private static PlanButton Way(string word) => new(ButtonValue.ForPreference(word), "prefs.button." + word);
}
