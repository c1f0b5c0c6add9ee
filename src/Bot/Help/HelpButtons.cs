using System.Globalization;
using Outreach.Bot.Turns;
using Outreach.Storage.Cases;

namespace Outreach.Bot.Help;

/// <summary>What the buttons of asking for help send back. Old ones stay in chats for months: append, never change what a word means.</summary>
internal static class HelpButtons
{
    public const string Chat = "g:chat";
    public const string Receipt = "g:receipt";
    public const string Done = "g:done";
    public const string SendAsItIs = "g:asis";
    public const string Mask = "g:mask";
    public const string Edit = "g:edit";
    public const string Back = "g:back";
    public const string Cancel = "g:cancel";
    public const string Resume = "g:resume";
    public const string More = "g:more";
    public const string Erase = "g:erase";

    public static string ForYes(HelpStep to) => ButtonValue.ForHelp("yes", to.ToString().ToLowerInvariant());

    public static string ForNo(HelpStep to) => ButtonValue.ForHelp("no", to.ToString().ToLowerInvariant());

    public static string ForTopic(string id) => ButtonValue.ForHelp("topic", id);

    public static string ForSend(string nonce) => ButtonValue.ForHelp("send", nonce);

    public static string ForShow(int index) => ButtonValue.ForHelp("show", index.ToString(CultureInfo.InvariantCulture));

    /// <summary>Null where a word is of a version that we do not know.</summary>
    public static HelpInput? Read(ButtonValue.Help pressed) => (pressed.Word, pressed.Detail) switch
    {
        ("yes", { } to) when Asked(to) is { } step => new HelpInput.Yes(step),
        ("no", { } to) when Asked(to) is { } step => new HelpInput.No(step),
        ("chat", null) => new HelpInput.Choose(AnswerMode.Chat),
        ("receipt", null) => new HelpInput.Choose(AnswerMode.Receipt),
        ("topic", { } id) => new HelpInput.Pick(id),
        ("done", null) => new HelpInput.Done(),
        ("asis", null) => new HelpInput.SendAsItIs(),
        ("mask", null) => new HelpInput.MaskForMe(),
        ("edit", null) => new HelpInput.Edit(Keep: false),
        ("send", { } nonce) => new HelpInput.Send(nonce),
        ("back", null) => new HelpInput.Back(),
        ("cancel", null) => new HelpInput.Cancel(),
        ("resume", null) => new HelpInput.Resume(),
        ("more", null) => new HelpInput.WriteMore(),
        ("erase", null) => new HelpInput.WantErase(),
        ("show", { } n) when int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var index) => new HelpInput.Show(index),
        _ => null,
    };

    private static HelpStep? Asked(string step) => step switch
    {
        "danger" => HelpStep.Danger,
        "consent" => HelpStep.Consent,
        "erase" => HelpStep.Erase,
        _ => null,
    };
}
