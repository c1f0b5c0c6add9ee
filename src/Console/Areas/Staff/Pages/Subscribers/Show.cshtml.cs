using Outreach.Staff.Campaigns;
using Outreach.Staff.Frame;

namespace Outreach.Staff.Areas.Staff.Pages.Subscribers;

/// <summary>Those who asked for campaigns, in counts alone: nobody here can look one of them up.</summary>
internal sealed class ShowModel(SubscriberFigures figures) : StaffPage
{
    public SubscriberFigures.Shown Figures { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => Figures = await figures.ReadAsync(cancellationToken);
}
