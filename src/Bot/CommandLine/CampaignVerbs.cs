using System.Globalization;
using Outreach.Bot.Host;
using Outreach.Scheduler;
using Outreach.Scheduler.Campaigns;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Keys;

namespace Outreach.Bot.CommandLine;

/// <summary><c>campaign …</c>: what the console does with campaigns, by the same rules, beside a running service or without one.</summary>
internal static class CampaignVerbs
{
    /// <summary>A script that says "now" is a moment late when we read it.</summary>
    private static readonly TimeSpan NowIsSoLong = TimeSpan.FromMinutes(1);

    private const int MaxMonths = 60;
    private const int MaxYears = 5;

    public static IReadOnlyList<Verb> All { get; } =
    [
        new("campaign create", "CONTENT_ID [--audience RULE] [--at TIME] [--content DIR] [--json]", "a draft of a campaign of the content", CreateAsync)
        {
            MinTexts = 1, MaxTexts = 1, Flags = ["json"], Values = ["audience", "at", "content"],
        },
        Step("submit", "ID --by STAFF", "asks for its approval", (tools, id, by, token) => tools.Desk.SubmitAsync(id, null, by, token), named: true),
        Step("approve", "ID --by STAFF", "approves it, by a second person", (tools, id, by, token) => tools.Desk.ApproveAsync(id, null, by, token), named: true),
        Step("reject", "ID --by STAFF --reason TEXT", "sends it back to its author",
            call => (tools, id, by, token) => tools.Desk.RejectAsync(id, null, call.Option("reason"), by, token), named: true, "reason"),
        Step("start", "ID", "sends it at its time, or at once", (tools, id, by, token) => tools.Desk.StartAsync(id, by, token)),
        new("campaign list", "[--json]", "all campaigns, the latest changed first", ListAsync) { Flags = ["json"], Values = ["content"] },
        new("campaign show", "ID [--json]", "how a campaign stands", ShowAsync) { MinTexts = 1, MaxTexts = 1, Flags = ["json"], Values = ["content"] },
        Step("pause", "ID", "lets it stand still", (tools, id, by, token) => tools.Broadcasts.PauseAsync(id, by, token)),
        Step("resume", "ID", "lets it run on; says yes to one that waits", ResumeAsync),
        Step("cancel", "ID", "ends it; with a broadcast's id, that one alone", CancelAsync),
        Step("retry", "ID", "sends once more what failed", (tools, id, by, token) => tools.Broadcasts.RetryAsync(id, RetryWhat.Failed, by, token)),
        new("campaign calendar", "[--months 12] [--json]", "campaigns, holidays and legal days of the coming months", CalendarAsync) { Flags = ["json"], Values = ["months", "content"] },
        new("campaign rehearse", "--from D --to D [--drafts] [--json]", "who would get what when, at what rate; sends nothing", RehearseAsync)
        {
            Flags = ["json", "drafts"], Values = ["from", "to", "content"],
        },
    ];

    private delegate Task<DeskOutcome> StepAction(CampaignTools tools, Guid id, CampaignActor by, CancellationToken cancellationToken);

    private static Verb Step(string name, string usage, string summary, StepAction step, bool named = false) => Step(name, usage, summary, _ => step, named);

    private static Verb Step(string name, string usage, string summary, Func<Invocation, StepAction> step, bool named, params string[] values) =>
        new($"campaign {name}", $"{usage} [--json]", summary, (call, terminal, token) => WithAsync(call, async tools =>
        {
            if (named && string.IsNullOrWhiteSpace(call.Option("by")))
            {
                throw new WrongUseException("Name who does it: --by STAFF.");
            }

            var by = CampaignActor.CommandLine(call.Option("by") is { } name ? await tools.FindStaffAsync(name, token) : null);
            return await EndAsync(await step(call)(tools, IdOf(call), by, token), call, terminal, tools, token);
        }, token))
        {
            MinTexts = 1,
            MaxTexts = 1,
            Flags = ["json"],
            Values = ["by", "content", .. values],
        };

    private static Task<int> CreateAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) => WithAsync(call, async tools =>
    {
        var audience = AudienceText.Parse(call.Option("audience") ?? "", tools.Day.Zone, out var fault) ?? throw new WrongUseException($"--audience: {fault}");
        var outcome = await tools.Desk.CreateFromContentAsync(call.Texts[0], audience, TimeOf(call, tools), CampaignActor.CommandLine(null), cancellationToken);
        if (outcome is DeskOutcome.NotFound)
        {
            throw new WrongUseException($"There is no campaign '{call.Texts[0]}' in the content.{Suggestions.For(call.Texts[0], tools.CampaignIds)}");
        }

        if (outcome is not DeskOutcome.Done(var id, _))
        {
            return await CampaignText.RefuseAsync(outcome, terminal);
        }

        await terminal.Out.WriteLineAsync(call.Json ? CampaignJson.OfId(id) : $"{id:D} is a draft. Next: outreach campaign submit {id:D} --by STAFF");
        var plan = (await tools.Shelf.ShowAsync(id, cancellationToken))!.Plan;
        foreach (var found in tools.Check.Find(plan))
        {
            await terminal.Error.WriteLineAsync(CampaignText.Of(found));
        }

        return ExitCodes.Done;
    }, cancellationToken);

    private static DateTimeOffset? TimeOf(Invocation call, CampaignTools tools)
    {
        if (call.Option("at") is not { } text)
        {
            return null;
        }

        var at = PlanTime.Parse(text, tools.Day.Zone)
            ?? throw new WrongUseException($"--at must be a time written as 2026-11-09T09:00 (here: {tools.Day.Zone.Id}) or 2026-11-09T02:00:00Z; it is '{text}'.");
        return at >= tools.Time.GetUtcNow() - NowIsSoLong
            ? at
            : throw new WrongUseException($"--at is in the past: '{text}' was {at.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}. Name a time to come, or none to send at the start.");
    }

    private static Task<int> ListAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) => WithAsync(call, async tools =>
    {
        var all = await tools.Shelf.ListAsync(cancellationToken);
        await terminal.Out.WriteLineAsync(call.Json ? CampaignJson.Of(all) : CampaignText.Of(all, tools.Day.Zone));
        return ExitCodes.Done;
    }, cancellationToken);

    private static Task<int> ShowAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken) => WithAsync(call, async tools =>
    {
        var found = await tools.Shelf.ShowAsync(IdOf(call), cancellationToken) ?? throw new WrongUseException("There is no such campaign. 'outreach campaign list' names all.");
        await terminal.Out.WriteLineAsync(call.Json ? CampaignJson.Of(found) : CampaignText.Of(found, tools.Day.Zone));
        return ExitCodes.Done;
    }, cancellationToken);

    private static Task<int> CalendarAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var given = call.Option("months") ?? "12";
        var months = int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MaxMonths
            ? number
            : throw new WrongUseException($"--months must be 1 to {MaxMonths}; it is '{given}'.");
        return WithAsync(call, async tools =>
        {
            var from = new DateOnly(tools.Day.Today.Year, tools.Day.Today.Month, 1);
            var dates = await tools.Calendar.ReadAsync(from, from.AddMonths(months).AddDays(-1), cancellationToken);
            await terminal.Out.WriteLineAsync(call.Json ? RehearsalJson.Of(dates, tools.Day.Zone) : RehearsalText.Of(dates, tools.Day.Zone));
            return ExitCodes.Done;
        }, cancellationToken);
    }

    private static Task<int> RehearseAsync(Invocation call, Terminal terminal, CancellationToken cancellationToken)
    {
        var (from, to) = (DayOf(call, "from"), DayOf(call, "to"));
        if (to < from || to > from.AddYears(MaxYears))
        {
            throw new WrongUseException($"--to must be --from or later, and at most {MaxYears} years later; it is {to:yyyy-MM-dd}.");
        }

        return WithAsync(call, async tools =>
        {
            var outcome = await tools.Rehearsal.RunAsync(from, to, tools.Rates, call.Options.ContainsKey("drafts"), cancellationToken);
            await terminal.Out.WriteLineAsync(call.Json ? RehearsalJson.Of(outcome, from, to, tools.Rates) : RehearsalText.Of(outcome, tools.Rates, tools.Day.Zone));
            return ExitCodes.Done;
        }, cancellationToken);
    }

    private static DateOnly DayOf(Invocation call, string option) => call.Option(option) is not { } text
        ? throw new WrongUseException("Name the days: --from YYYY-MM-DD --to YYYY-MM-DD.")
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WrongUseException($"--{option} must be a day written YYYY-MM-DD (as 2026-11-01); it is '{text}'.");

    private static async Task<DeskOutcome> ResumeAsync(CampaignTools tools, Guid id, CampaignActor by, CancellationToken cancellationToken) =>
        await tools.Broadcasts.ResumeAsync(id, by, cancellationToken) is var outcome && outcome is DeskOutcome.NotNowOfBroadcast { State: BroadcastState.Waiting }
            ? await tools.Broadcasts.SendAnywayAsync(id, by, cancellationToken)
            : outcome;

    private static async Task<DeskOutcome> CancelAsync(CampaignTools tools, Guid id, CampaignActor by, CancellationToken cancellationToken) =>
        await tools.Desk.CancelAsync(id, by, cancellationToken) is var outcome and not DeskOutcome.NotFound ? outcome : await tools.Broadcasts.CancelAsync(id, by, cancellationToken);

    private static Guid IdOf(Invocation call) => Guid.TryParse(call.Texts[0], out var id)
        ? id
        : throw new WrongUseException("ID is the campaign's own, as 'campaign create' printed it and 'campaign list' lists it.");

    private static async Task<int> EndAsync(DeskOutcome outcome, Invocation call, Terminal terminal, CampaignTools tools, CancellationToken cancellationToken)
    {
        if (outcome is not DeskOutcome.Done)
        {
            return await CampaignText.RefuseAsync(outcome, terminal);
        }

        var standing = (await tools.Shelf.ShowAsync(IdOf(call), cancellationToken))!;
        await terminal.Out.WriteLineAsync(call.Json ? CampaignJson.Of(standing) : CampaignText.Of(standing, tools.Day.Zone));
        return ExitCodes.Done;
    }

    private static async Task<int> WithAsync(Invocation call, Func<CampaignTools, Task<int>> run, CancellationToken cancellationToken)
    {
        var builder = HouseHost.Create(call.Settings);
        builder.Services.AddSingleton(_ => VerbContent.Open(call, builder.Configuration, VerbSettings.Organisation(builder.Configuration).Value));
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddScheduler(builder.Configuration, NodeRoles.Console);
        await using var services = builder.Services.BuildServiceProvider();
        services.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
        var storage = services.GetRequiredService<StorageStartup>();
        await storage.PrepareAsync(StorageUse.Verb, cancellationToken);
        return storage.KeepsNothing
            ? throw new WrongUseException("Campaigns need a database that the service shares: Storage:Provider is InMemory. Install PostgreSQL, or set Storage:ConnectionString.")
            : await run(new CampaignTools(services));
    }
}
