using Outreach.Cases.Requests;
using Outreach.Storage.Cases;

namespace Outreach.Cases.Tests.Requests;

internal static class SampleRequest
{
    public static CaseAddress Chat(string value = "5550100200") => new("telegram", value);

    public static HelpRequest ByReceipt(string text = "Công ty nợ lương hai tháng.") => new()
    {
        Mode = AnswerMode.Receipt,
        Topic = "tien-luong",
        InDanger = false,
        Language = "vi",
        Text = text,
        Consent = "help-2026-11",
    };

    public static HelpRequest InChat(CaseAddress? chat = null, string text = "Công ty nợ lương hai tháng.") =>
        ByReceipt(text) with { Mode = AnswerMode.Chat, AnswerTo = chat ?? Chat() };
}
