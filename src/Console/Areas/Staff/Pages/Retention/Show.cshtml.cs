using Outreach.Content.Store;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Areas.Staff.Pages.Retention;

/// <summary>What is kept of requests, why and until when, in the words that workers read too.</summary>
internal sealed class ShowModel(ContentStore content, ConsoleText text) : StaffPage
{
    public Outreach.Content.Answers.Phrases Words => content.Current.In(text.Language).Phrases;

    public void OnGet()
    {
    }
}
