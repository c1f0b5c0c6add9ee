using Outreach.Bot.Turns;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage.Subscribers;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Preferences;

/// <summary>What a subscriber chooses: topics, hours, province, role. Everything chosen is said back, and can be undone.</summary>
internal static class PreferenceRoutes
{
    /// <summary>Longer is no name of a place and no hours.</summary>
    private const int LongestAnswer = 40;

    /// <summary>Whether the turn needs to know what was chosen before: it is read for such turns alone.</summary>
    public static bool Concern(TurnContext turn) => turn.Memory.Dialog is DialogStep.Hours or DialogStep.Place
        || Pressed(turn) is ButtonValue.Preference or ButtonValue.Run { Command: Command.Settings }
        || CommandWords.In(turn.Content).Command(turn.Text) == Command.Settings
        || LinkCode.Parse(turn.Text) is not null
        || TopicWords.In(turn.Content).Left(turn.Text) is not null;

    /// <summary>By word, command or button.</summary>
    public static Decision Open(TurnContext turn) => turn.Chosen is { } chosen
        ? turn.Decide(DecisionKind.Command, ["settings"], PreferenceScreens.Overview(turn, PlanPart.Preferences.Of(chosen)))
        : turn.CanSubscribe ? DialogRoutes.AskConsent(turn, null, new PlanPart.Phrase("prefs.not-yet"))
        : turn.Decide(DecisionKind.Command, ["settings"], Screens.Note(turn, "consent.not-here"));

    public static Decision Pressed(TurnContext turn, string word, string? detail)
    {
        if (turn.Chosen is not { } chosen)
        {
            return Open(turn);
        }

        return (word, detail) switch
        {
            (PreferenceWord.Topics, _) => InPlace(turn, PreferenceScreens.Topics(turn, chosen.Topics)),
            (PreferenceWord.On or PreferenceWord.Off, { } topic) when AllTopics(turn).Contains(topic) => Toggled(turn, chosen, topic, word == PreferenceWord.On),
            (PreferenceWord.AllTopics, _) => InTopics(turn, chosen with { Topics = [] }),
            (PreferenceWord.Hours, _) => InPlace(turn, PreferenceScreens.Hours(turn)).Opening(DialogStep.Hours),
            (PreferenceWord.Rest, PreferenceWord.SharedHours) => Saved(turn, chosen with { QuietFrom = null, QuietTo = null }),
            (PreferenceWord.Rest, PreferenceWord.AnyHour) => Saved(turn, chosen with { QuietFrom = 0, QuietTo = 0 }),
            (PreferenceWord.Rest, { } hours) when HoursText.Unpack(hours) is (var from, var to) => Saved(turn, chosen with { QuietFrom = from, QuietTo = to }),
            (PreferenceWord.Place, _) when !turn.Content.Provinces.IsEmpty => InPlace(turn, PreferenceScreens.Place(turn)).Opening(DialogStep.Place),
            (PreferenceWord.NoPlace, _) => Saved(turn, chosen with { Province = null }),
            (PreferenceWord.Role, _) => InPlace(turn, PreferenceScreens.Role(turn)),
            (PreferenceWord.Am, PreferenceWord.Nobody) => Saved(turn, chosen with { Role = null }),
            (PreferenceWord.Am, { } role) when AudienceText.Roles.Contains(role) => Saved(turn, chosen with { Role = role }),
            // What is said then is known once it is done: LinkDesk.
            (PreferenceWord.Link, _) => Decision.Silent(turn.Language) with { Effect = TurnEffect.OfferLink },
            (PreferenceWord.Part, _) => Saved(turn, chosen with { IsLinked = false }) with { Effect = TurnEffect.Part },
            _ => Open(turn) with { TakesPlace = true },
        };
    }

    /// <summary>A code of another conversation, typed at any moment. Null when it is none, or nobody gets messages here.</summary>
    public static Decision? Code(TurnContext turn) => (LinkCode.Parse(turn.Text), turn) switch
    {
        (null, _) or (_, { InGroup: true }) => null,
        (_, { Chosen: not null }) => Decision.Silent(turn.Language) with { Effect = TurnEffect.Join },
        (_, { CanSubscribe: true }) => DialogRoutes.AskConsent(turn, null, new PlanPart.Phrase("prefs.link.not-yet")),
        _ => null,
    };

    /// <summary>What somebody typed while hours or a place are asked for; null when it is no answer.</summary>
    /// <param name="word">Yes, no or another word of small talk, or null.</param>
    public static Decision? Said(TurnContext turn, string? word)
    {
        if (turn.Chosen is not { } chosen)
        {
            return null;
        }

        if (word == "no")
        {
            return Open(turn);
        }

        return turn.Memory.Dialog == DialogStep.Hours ? SaidHours(turn, chosen) : SaidPlace(turn, chosen);
    }

    /// <summary>"Dừng lương": at any moment, whatever was open, and at once. Null when it is not said, or by nobody who gets anything.</summary>
    public static Decision? Left(TurnContext turn)
    {
        if (turn.InGroup || turn.Chosen is not { } chosen || TopicWords.In(turn.Content).Left(turn.Text) is not { } topic)
        {
            return null;
        }

        var all = AllTopics(turn);
        if (!TopicRules.Wanted(chosen.Topics, all).Contains(topic))
        {
            return turn.Decide(DecisionKind.Command, ["stop-topic"], PreferenceScreens.NotGot(turn, topic, PlanPart.Preferences.Of(chosen)));
        }

        if (TopicRules.With(chosen.Topics, all, topic, isWanted: false) is not { } left)
        {
            return CommandRoutes.Stop(turn); // it was the only one
        }

        var changed = chosen with { Topics = left };
        return turn.Decide(
            DecisionKind.Command, ["stop-topic"], PreferenceScreens.Left(turn, topic, PlanPart.Preferences.Of(changed)), new CounterName("topic-left", topic))
            with
        { Effect = TurnEffect.Choose, Chosen = changed };
    }

    private static Decision? SaidHours(TurnContext turn, SubscriberProfile chosen) => HoursText.Read(turn.Text, out var tooLong) switch
    {
        (var from, var to) => Saved(turn, chosen with { QuietFrom = from, QuietTo = to }) with { TakesPlace = false },
        _ when tooLong => Again(turn, PreferenceScreens.Hours(turn, "prefs.hours.too-long"), DialogStep.Hours),
        _ when IsElsewhere(turn) => null,
        _ => Again(turn, PreferenceScreens.Hours(turn, "prefs.hours.unclear"), DialogStep.Hours),
    };

    private static Decision? SaidPlace(TurnContext turn, SubscriberProfile chosen) => turn.Content.Provinces.Find(turn.Text) is { } province
        ? Saved(turn, chosen with { Province = province }) with { TakesPlace = false }
        : IsElsewhere(turn) ? null : Again(turn, PreferenceScreens.Place(turn, "prefs.place.unknown"), DialogStep.Place);

    /// <summary>A question is answered as ever, and closes what was asked.</summary>
    private static bool IsElsewhere(TurnContext turn) =>
        turn.Text.Length > LongestAnswer || TypedText.SaysNothing(turn.Text) || AnswerRoutes.FindSure(turn) is not null;

    private static Decision Toggled(TurnContext turn, SubscriberProfile chosen, string topic, bool isWanted) =>
        TopicRules.With(chosen.Topics, AllTopics(turn), topic, isWanted) is { } topics
            ? InTopics(turn, chosen with { Topics = topics })
            : InPlace(turn, PreferenceScreens.LastTopic(turn, chosen.Topics));

    private static Decision InTopics(TurnContext turn, SubscriberProfile changed) =>
        InPlace(turn, PreferenceScreens.Topics(turn, changed.Topics)) with { Effect = TurnEffect.Choose, Chosen = changed };

    private static Decision Saved(TurnContext turn, SubscriberProfile changed) =>
        InPlace(turn, PreferenceScreens.Overview(turn, PlanPart.Preferences.Of(changed), "prefs.saved")) with { Effect = TurnEffect.Choose, Chosen = changed };

    private static Decision InPlace(TurnContext turn, ReplyPlan plan) => turn.Decide(DecisionKind.Command, ["settings"], plan) with { TakesPlace = true };

    private static Decision Again(TurnContext turn, ReplyPlan plan, DialogStep step) => turn.Decide(DecisionKind.Command, ["settings"], plan).Opening(step);

    private static IReadOnlyList<string> AllTopics(TurnContext turn) => [.. turn.Content.Topics.Select(topic => topic.Id)];

    private static ButtonValue? Pressed(TurnContext turn) => TypedText.Digit(turn.Text) is { } digit && digit >= 1 && digit <= turn.Memory.Options.Count
        ? ButtonValue.Parse(turn.Memory.Options[digit - 1])
        : ButtonValue.Parse(turn.Text);
}
