using System.Security.Cryptography;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Outreach.Bot.Web;
using Outreach.Content.Shared;

namespace Outreach.Bot.Pages;

/// <summary>The chat page. Without script each question is a form post that answers with the whole page; with it, the same post answers with the new part alone.</summary>
[IgnoreAntiforgeryToken]
[EnableRateLimiting(WebEndpoints.AskLimit)]
public sealed class ChatModel : SitePage
{
    private const int MaxIdChars = 64;

    public override string Title => T("web.chat.title");

    /// <summary>The signed conversation token.</summary>
    [BindProperty(Name = "c")]
    public string? Conversation { get; set; }

    /// <summary>Id of this message: made once for each form, so that a repeated post changes nothing.</summary>
    [BindProperty(Name = "m")]
    public string? Message { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    /// <summary>The value of the button pressed.</summary>
    [BindProperty(Name = "choice")]
    public string? Choice { get; set; }

    public string NextMessage { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    public IReadOnlyList<ChatEntry> Entries { get; private set; } = [];

    /// <summary>The organisation's number and the one for danger: on the screen from the first moment.</summary>
    public IEnumerable<(string Text, string Url)> Calls
    {
        get
        {
            if (Snapshot.Hotlines.GetValueOrDefault(Site.HotlineId) is { } own)
            {
                yield return (T("web.chat.call", ("number", Unbroken(own.Number))), own.Url);
            }

            if (Snapshot.Hotlines.Values.FirstOrDefault(h => h.Crisis.Contains("violence")) is { } danger)
            {
                yield return (T("web.chat.danger", ("number", Unbroken(danger.Number))), danger.Url);
            }
        }
    }

    private static string Unbroken(string number) => number.Replace(' ', '\u00a0');

    public bool HasAnswers(Topic topic) => Local.Answers.Values.Any(a => a.Topic == topic.Id && Snapshot.MayServe(a, Today));

    public void OnGet() => Conversation = Chats.NewConversation();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return BadRequest(); // a form that cannot be read is no empty one
        }

        var part = Request.Headers.ContainsKey("X-Part");
        var chat = Chats.Open(Conversation);
        Conversation = chat.Token;
        var said = Choice ?? Text?.Trim();
        ChatEntry? entry = null;
        if (!string.IsNullOrEmpty(said))
        {
            var message = Message is { Length: > 0 and <= MaxIdChars } ? Message : NextMessage;
            entry = await Chats.SayAsync(chat, message, said, isButton: Choice is not null, Language);
        }

        Entries = part ? (entry is null ? [] : [entry]) : Chats.Entries(chat);
        return part ? Partial("_Part", this) : Page();
    }

    private Chats Chats => field ??= HttpContext.RequestServices.GetRequiredService<Chats>();
}
