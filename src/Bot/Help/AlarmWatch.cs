using System.Globalization;
using Microsoft.Extensions.Options;
using Outreach.Bot.Host;
using Outreach.Cases.Triage;
using Outreach.Content;
using Outreach.Content.Store;

namespace Outreach.Bot.Help;

/// <summary>Looks for urgent cases that nobody has taken, at once when one was saved here, else a few times a minute.</summary>
internal sealed class AlarmWatch(
    UrgentAlarms alarms, AlarmBell bell, AlarmPost post, ContentStore content, IOptions<OrganisationOptions> organisation, TimeProvider time, ILogger<AlarmWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                if (await alarms.TakeDueAsync(stoppingToken) is > 0 and var urgent)
                {
                    var texts = new HelpTexts(content.Current, Languages.Vietnamese, content.Today, organisation.Value.Hotline);
                    await post.GiveAsync(
                        urgent, texts.Text("help.alarm.subject"), texts.Text("help.alarm", ("count", urgent.ToString(CultureInfo.InvariantCulture))), stoppingToken);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The edge of a background service: it looks again.
                HelpLog.NotCounted(log, fault.GetType().Name);
            }

            await bell.WaitAsync(Every, time, stoppingToken);
        }
    }
}
