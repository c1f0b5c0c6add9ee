using Microsoft.AspNetCore.Mvc;
using Outreach.Content.Answers;

namespace Outreach.Bot.Pages.Answers;

public sealed class ShowModel : SitePage
{
    public Answer Answer { get; private set; } = null!;
    public override string Title => Answer.Question;
    public bool InForce => Snapshot.MayServe(Answer, Today);
    public IReadOnlyList<Answer> Related { get; private set; } = [];

    /// <summary>The page's own address, to be shared: without anything about who shares it.</summary>
    public string Address => $"{Request.Scheme}://{Request.Host}{Link("/hoi-dap/" + Answer.Id)}";

    public string QrAddress => Link($"/hoi-dap/{Answer.Id}/ma.svg");

    public IActionResult OnGet(string id)
    {
        if (!Local.Answers.TryGetValue(id, out var answer))
        {
            return NotFound();
        }

        Answer = answer;
        Related = [.. answer.Related.Select(other => Local.Answers.GetValueOrDefault(other)).OfType<Answer>().Where(a => Snapshot.MayServe(a, Today))];
        return Page();
    }
}
