using Microsoft.AspNetCore.Mvc;
using Outreach.Content.Store;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Areas.Staff.Pages.Members;

/// <summary>A new account; its owner sets the password by a link.</summary>
[RequestFormLimits(ValueCountLimit = 256)]
internal sealed class AddModel(StaffAccounts accounts, ContentStore content, ConsoleText text) : StaffPage
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public StaffRole Role { get; set; } = StaffRole.Counsellor;

    [BindProperty]
    public List<string> Topics { get; set; } = [];

    public RoleChoice Choice => RoleChoice.Of(content, text.Language, text["topic.other"], Role, Topics);

    /// <summary>The one-time link's token, shown once.</summary>
    public string? Link { get; private set; }

    public IReadOnlyList<string> Faults { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || !Enum.IsDefined(Role))
        {
            Faults = ["FormWrong"];
            return Page();
        }

        var wanted = new NewMember
        {
            Name = Name ?? "",
            DisplayName = DisplayName ?? "",
            Role = Role,
            Topics = RoleChoice.Known(content, Topics),
            Language = Language ?? Phrases.Vietnamese,
        };
        switch (await accounts.InviteAsync(wanted, Actor.Member(Me.Id)))
        {
            case AccountOutcome.Done(_, var link):
                Link = link;
                return Page();
            case AccountOutcome.Refused(var codes):
                Faults = codes;
                return Page();
            default:
                return NoSuchThing();
        }
    }
}
