using Microsoft.AspNetCore.Mvc;
using Outreach.Content.Answers;
using Outreach.Content.Shared;

namespace Outreach.Bot.Pages.Answers;

public class IndexModel : SitePage
{
    private const int MostFound = 6;

    [BindProperty(Name = "q", SupportsGet = true)]
    public string? Query { get; set; }

    public override string Title => T("web.nav.answers");

    // What somebody looked for is in the address: no engine lists it.
    public override bool Indexed => Query is null;

    public IReadOnlyList<Answer> Found { get; private set; } = [];

    public IEnumerable<(Topic Topic, IReadOnlyList<Answer> Answers)> ByTopic =>
        from topic in Snapshot.Topics
        let answers = Local.Answers.Values.Where(a => a.Topic == topic.Id && Snapshot.MayServe(a, Today)).ToList()
        where answers.Count > 0
        select (topic, (IReadOnlyList<Answer>)answers);

    public void OnGet()
    {
        if (string.IsNullOrWhiteSpace(Query))
        {
            Query = null;
            return;
        }

        Found = [.. Snapshot.Find(Query, Language).Result.Hits
            .Select(hit => Local.Answers.GetValueOrDefault(hit.Id))
            .OfType<Answer>()
            .Where(answer => Snapshot.MayServe(answer, Today))
            .Take(MostFound)];
    }
}
