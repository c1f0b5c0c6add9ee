using Outreach.Scheduler.Campaigns;

namespace Outreach.Staff.Campaigns;

/// <summary>What is wrong, beside the field that mends it.</summary>
/// <param name="Field">As in the editor: <c>vi-text</c>, <c>rule</c>…</param>
/// <param name="Message">Of a series, which message, from 0; null = the plan as a whole, or its only message.</param>
/// <param name="Said">The sentence.</param>
internal sealed record FieldFault(string Field, int? Message, string Said, bool IsWarning)
{
    public static FieldFault Of(PlanFault fault, string said) => new(FieldOf(fault), fault.Message - 1, said, fault.IsWarning);

    private static string FieldOf(PlanFault fault) => fault.Kind switch
    {
        PlanFaultKind.NoTitle => fault.Language is { } language ? language + "-title" : "name",
        PlanFaultKind.NoText or PlanFaultKind.MissingLanguage or PlanFaultKind.TooLong or PlanFaultKind.BadMarkdown => (fault.Language ?? "vi") + "-text",
        PlanFaultKind.BadQuiz => (fault.Language ?? "vi") + "-quiz",
        PlanFaultKind.TooManyButtons or PlanFaultKind.UnknownAnswer or PlanFaultKind.AnswerNotInForce => "buttons",
        PlanFaultKind.UnknownImage => "image",
        PlanFaultKind.UnknownTopic => "topics",
        PlanFaultKind.BadCapDays => "cap",
        PlanFaultKind.BadLateStart => "late",
        PlanFaultKind.BadQuietHours => "quiet",
        _ => "rule",
    };
}
