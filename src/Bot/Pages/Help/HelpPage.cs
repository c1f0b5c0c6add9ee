using Microsoft.AspNetCore.Mvc;
using Outreach.Bot.Help;
using Outreach.Bot.Host;
using Outreach.Bot.Web;
using Outreach.Channels;
using Outreach.Content.Blocks;

namespace Outreach.Bot.Pages.Help;

/// <summary>A page for help: posts alone carry what is typed, no address and no cookie ever does.</summary>
public abstract class HelpPage : SitePage
{
    public override bool Indexed => false;

    [BindProperty(Name = "c")]
    public string? Token { get; set; }

    /// <summary>The value of the button pressed.</summary>
    [BindProperty(Name = "v")]
    public string? Choice { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = "agree")]
    public string? Agree { get; set; }

    [BindProperty(Name = "understood")]
    public string? Understood { get; set; }

    /// <summary>Where its forms go.</summary>
    public abstract string Address { get; }

    internal abstract HelpStep First { get; }

    internal HelpSheet Sheet { get; private set; } = null!;

    internal HelpState? State => Sheet.State;

    internal HelpTexts Texts => field ??= new HelpTexts(Snapshot, Language, Today, Site.HotlineId);

    /// <summary>What looks personal, on the step that asks about it.</summary>
    internal IReadOnlyList<string> Found => Service<PersonalWords>().In(State!.Text);

    internal string Readers => Service<HelpPen>().Readers(Snapshot, Language, Today);

    /// <summary>There is a messenger whose chat answers can come into.</summary>
    internal bool HasChat => ConfiguredChannels.Of(Service<IConfiguration>()).Contains(ConfiguredChannels.Telegram);

    public void OnGet() => Sheet = Pages.Begin(First, Language);

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return BadRequest(); // a form that cannot be read is no empty one
        }

        // Not ended with the request: what was begun to be saved is saved, and a second press finds it so.
        Sheet = await Pages.TakeAsync(
            new HelpForm(Token, Choice, Text, Code, Agree is not null && Understood is not null), First, Language,
            AddressBucket.Of(HttpContext.Connection.RemoteIpAddress), Texts, CancellationToken.None);
        ModelState.Clear();
        return Page();
    }

    /// <summary>The card for a danger, from its page; the numbers where it has none.</summary>
    internal IReadOnlyList<Block> CardOf(string page) => Texts.Page(page).ToList() is { Count: > 0 } blocks ? blocks : [.. Texts.EmergencyNumbers()];

    private HelpPages Pages => Service<HelpPages>();

    private T Service<T>()
        where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
