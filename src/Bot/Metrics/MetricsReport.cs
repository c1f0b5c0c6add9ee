using System.Diagnostics;
using System.Reflection;
using Outreach.Bot.Host;
using Outreach.Cases.Jobs;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Staff;
using Outreach.Storage;
using Outreach.Storage.DeadLetters;
using Outreach.Storage.Turns;

namespace Outreach.Bot.Metrics;

/// <summary>
/// What an operator may see of this process. The scrape of a service where somebody asks for help is that of one where nobody does:
/// nothing in it moves with a step of asking, with a request saved, a code tried or an answer of staff (tests/Bot.Tests/Metrics).
/// Therefore no processor time, threads, garbage collections, connections or requests either: the slow hash of a receipt alone is
/// half a second of a core, plain to see in a quiet hour. And memory comes in steps.
/// </summary>
internal sealed class MetricsReport(
    StorageStartup storage, ContentStore content, IConfiguration configuration, TimeProvider time, TellsChannelState states, ITurnStore turns,
    DeadLetterStore deadLetters, IServiceProvider services)
{
    private const long MemoryStep = 32 << 20;

    /// <summary>A reply that waits so long is stuck.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(2);

    public async Task<string> WriteAsync(CancellationToken cancellationToken)
    {
        var text = new MetricsText();
        AddProcess(text);
        AddContent(text);
        text.Gauge("outreach_channel_state", "How each channel took its last call: 1 for the state it is in.", States());
        if (services.GetService<TurnTally>() is { } tally)
        {
            var shown = tally.Shown;
            text.Counter("outreach_turns_stored_total", "Turns stored since the start, in hundreds.", shown.Select(of => new Sample(of.Turns, ("channel", of.Channel))));
            text.Counter("outreach_replies_sent_total", "Stored replies sent since the start, in hundreds.", shown.Select(of => new Sample(of.Sent, ("channel", of.Channel))));
            text.Counter("outreach_replies_failed_total", "Stored replies given up since the start.", shown.Select(of => new Sample(of.Failed, ("channel", of.Channel))));
        }

        if (services.GetService<JobTimes>() is { } jobs)
        {
            text.Gauge("outreach_job_last_success_timestamp_seconds", "When each job of the housekeeping last did its work.",
                jobs.Done.Select(job => new Sample(job.At.ToUnixTimeSeconds(), ("job", job.Name))));
        }

        await AddStoredAsync(text, cancellationToken);
        return text.ToString();
    }

    private void AddProcess(MetricsText text)
    {
        using var process = Process.GetCurrentProcess();
        var version = typeof(MetricsReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        text.Gauge("outreach_info", "Always 1.", new Sample(1, ("version", version), ("storage", storage.Provider.ToString().ToLowerInvariant())));
        text.Gauge("process_start_time_seconds", "When the process started.", new Sample(new DateTimeOffset(process.StartTime).ToUnixTimeSeconds()));
        text.Gauge("process_resident_memory_bytes", "Memory in use, in steps of 32 MiB.", new Sample((process.WorkingSet64 + MemoryStep - 1) / MemoryStep * MemoryStep));
    }

    private void AddContent(MetricsText text)
    {
        var status = content.Status;
        text.Gauge("outreach_content_state", "How the served content stands to the files: 1 for the state it is in.",
            Enum.GetValues<ContentState>().Select(state => new Sample(state == status.State ? 1 : 0, ("state", state.ToString().ToLowerInvariant()))));
        text.Gauge("outreach_content_faults", "Faults in the content folder.",
            Enum.GetValues<IssueLevel>().Select(level => new Sample(status.Issues.Count(issue => issue.Level == level), ("level", level.ToString().ToLowerInvariant()))));
        text.Gauge("outreach_content_read_timestamp_seconds", "When the content folder was read last.", new Sample(status.At.ToUnixTimeSeconds()));
    }

    private IEnumerable<Sample> States() =>
        from channel in ConfiguredChannels.Of(configuration)
        let now = states(channel)
        where now != ChannelState.Elsewhere
        from state in Enum.GetValues<ChannelState>()
        where state != ChannelState.Elsewhere
        select new Sample(state == now ? 1 : 0, ("channel", channel), ("state", state.ToString().ToLowerInvariant()));

    private async Task AddStoredAsync(MetricsText text, CancellationToken cancellationToken)
    {
        const string Up = "outreach_storage_up", UpHelp = "Whether the database answers.";
        try
        {
            var late = await turns.CountPendingAsync(time.GetUtcNow() - Late, cancellationToken);
            var unread = await deadLetters.CountAsync(cancellationToken);
            text.Gauge(Up, UpHelp, new Sample(1));
            text.Gauge("outreach_outbox_late", "Stored replies that have waited for two minutes or longer.", new Sample(late));
            text.Gauge("outreach_dead_letters", "Updates that nobody could read and that are still kept.", unread.Select(of => new Sample(of.Count, ("channel", of.Channel))));
        }
        catch (StoreUnavailableException)
        {
            text.Gauge(Up, UpHelp, new Sample(0));
        }
    }
}
