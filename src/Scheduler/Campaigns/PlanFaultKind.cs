namespace Outreach.Scheduler.Campaigns;

/// <summary>What can be wrong with a plan. Values in brackets.</summary>
public enum PlanFaultKind
{
    /// <summary>A series has 12 messages, everything else one (found, expected).</summary>
    WrongNumberOfMessages,
    NoText,
    NoTitle,

    /// <summary>Nobody who reads this language gets a text in it: they get the other one.</summary>
    MissingLanguage,

    /// <summary>More than one message on a channel, or than its picture's caption (channel, length, limit).</summary>
    TooLong,

    /// <summary>More buttons than a message has (count, limit).</summary>
    TooManyButtons,

    /// <summary>No such answer (id).</summary>
    UnknownAnswer,

    /// <summary>The answer behind a button is not served on the day of the message (id).</summary>
    AnswerNotInForce,

    /// <summary>The text cannot be sent as it is written, for example with a figure that there is not (see <see cref="PlanFault.Written"/>).</summary>
    BadMarkdown,

    /// <summary>The quiz lacks a question, has fewer than 2 or more than 4 choices, or no right one.</summary>
    BadQuiz,

    /// <summary>No such picture, or it is outside the content (file).</summary>
    UnknownImage,

    /// <summary>The rule never fires (see <see cref="PlanFault.Rule"/>).</summary>
    BadRule,

    /// <summary>Its time is over, longer ago than a late start allows.</summary>
    Past,

    /// <summary>Its time is over, but so lately that it will begin by itself.</summary>
    PastButSent,

    /// <summary>Somebody must say yes before the next date: its holidays are not certain (date).</summary>
    DateMayBeWrong,

    /// <summary>No such topic (id).</summary>
    UnknownTopic,

    /// <summary>The days between two campaigns are out of range (limit).</summary>
    BadCapDays,

    /// <summary>The hours of a late start are out of range (limit).</summary>
    BadLateStart,

    /// <summary>Quiet hours cannot be read.</summary>
    BadQuietHours,
}
