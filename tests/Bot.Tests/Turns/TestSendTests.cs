using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Help;
using Outreach.Bot.Tests.Host;
using Outreach.Bot.Turns;
using Outreach.Channels;
using Outreach.Channels.Rendering;
using Outreach.Content.Store;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Delivery;
using Outreach.Storage;
using Outreach.Storage.Campaigns;
using Outreach.Testing.Telegram;
using Campaign = Outreach.Storage.Campaigns.Campaign;
using Quiz = Outreach.Content.Answers.Quiz;

namespace Outreach.Bot.Tests.Turns;

/// <summary>Staff see a message in a chat of their own before it is sent to everybody.</summary>
public sealed class TestSendTests
{
    private const string Mark = "Đây là tin thử";
    private const string Over = "không dùng được nữa";

    private static readonly Quiz Question = new("Nghỉ ngang có được lãnh không?", ["Có", "Không"], 1, "Phải báo trước đủ ngày thì mới được.");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("telegram", true)]
    [InlineData("telegram", false)]
    [InlineData("directline", false)]
    public async Task Whoever_brings_the_ticket_gets_the_message_as_it_will_be_sent_after_a_line_that_says_it_is_a_test(string channel, bool asStart)
    {
        await using var bot = await TestBot.StartAsync(channel);
        var id = await DraftAsync(bot.Services);
        var ticket = await TicketAsync(bot.Services, id);

        var heard = asStart ? await bot.StartAsync(ticket) : await bot.SendAsync(ticket);

        heard.Expect(Mark, "Nghỉ việc nhớ báo trước.");
        var replies = bot.Sender.Arrived.Select(arrived => arrived.Reply).ToList();
        var content = bot.Services.GetRequiredService<ContentStore>();
        var sent = BroadcastReply.Compose(Message(), Guid.NewGuid(), "vi", content.Current, content.Today)!;
        Assert.Equal(2, replies.Count);
        Assert.Equal(PlainRenderer.Render(sent with { Buttons = [] }), PlainRenderer.Render(replies[1] with { Buttons = [] }));
        Assert.Equal(sent.Buttons.Select(button => button.Title), replies[1].Buttons.Select(button => button.Title));
        Assert.Empty(replies[0].Buttons);
        Assert.All(replies[1].Buttons, button => Assert.InRange(button.Value.Length, 1, 64));
    }

    [Fact]
    public async Task It_comes_in_the_language_of_the_chat()
    {
        await using var bot = await TestBot.StartAsync();
        bot.LanguageHint = "en";

        var heard = await bot.StartAsync(await TicketAsync(bot.Services, await DraftAsync(bot.Services)));

        heard.Expect("This is a test", "Give notice before you leave.").Without("Nghỉ việc nhớ báo trước.");
    }

    [Fact]
    public async Task Its_buttons_answer_and_its_quiz_works_and_nothing_is_counted_or_written()
    {
        await using var bot = await TestBot.StartAsync();
        var shown = await bot.StartAsync(await TicketAsync(bot.Services, await DraftAsync(bot.Services)));
        var (wrong, right, answer) = (shown.Buttons[0].Value, shown.Buttons[1].Value, shown.Buttons[2].Value);

        (await bot.PressAsync(wrong)).Expect("Câu đúng là", "Phải báo trước");
        (await bot.PressAsync(right)).Expect("Đúng rồi!", "Phải báo trước").WithButton("c:menu");
        (await bot.PressAsync(answer)).Expect("Nghỉ ngang thì không được.");

        Assert.Empty(bot.Store.Commits);
        Assert.Null(await bot.SubscriberAsync());
        await using var db = await OpenAsync(bot.Services);
        Assert.Empty(await db.DailyCounters.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_wrong_an_old_and_a_cancelled_ticket_get_the_same_kind_words()
    {
        await using var bot = await TestBot.StartAsync();
        var (id, cancelled) = (await DraftAsync(bot.Services), await DraftAsync(bot.Services, CampaignState.Cancelled));
        var shown = await bot.StartAsync(await TicketAsync(bot.Services, id));
        var old = await TicketAsync(bot.Services, id);
        bot.Clock.Advance(TestSends.Lifetime);

        string[] heard =
        [
            (await bot.SendAsync("thu_" + new string('A', 44))).Text,
            (await bot.StartAsync(old)).Text,
            (await bot.SendAsync(await ForgedAsync(bot.Services, cancelled))).Text,
            (await bot.PressAsync(shown.Buttons[0].Value)).Text,
            (await bot.PressAsync("bt:thu_" + new string('A', 44) + ":1")).Text,
        ];

        Assert.Contains(Over, Assert.Single(heard.Distinct()), StringComparison.Ordinal);
        Assert.Empty(bot.Store.Commits);
    }

    [Fact]
    public async Task After_a_change_the_ticket_shows_the_new_text_and_a_button_that_is_gone_says_so()
    {
        await using var bot = await TestBot.StartAsync();
        var id = await DraftAsync(bot.Services);
        var ticket = await TicketAsync(bot.Services, id);
        var shown = await bot.StartAsync(ticket);
        await ChangeAsync(bot.Services, id, Plan(new CampaignMessage { Texts = new Dictionary<string, MessageText> { ["vi"] = new() { Title = "Khác", Markdown = "Đã sửa." } } }));

        (await bot.SendAsync(ticket)).Expect("Đã sửa.").Without("Nghỉ việc");
        (await bot.PressAsync(shown.Buttons[1].Value)).Expect(Over);
        (await bot.PressAsync(shown.Buttons[2].Value)).Expect(Over);
    }

    [Theory]
    [InlineData("Lương là {{khong-co}}.")]
    [InlineData(null)]
    public async Task What_would_not_be_sent_is_not_shown_and_not_remembered_as_tested(string? markdown)
    {
        await using var bot = await TestBot.StartAsync();
        var texts = new Dictionary<string, MessageText>();
        if (markdown is not null)
        {
            texts["vi"] = new MessageText { Title = "x", Markdown = markdown };
        }

        var id = await DraftAsync(bot.Services);
        var ticket = await TicketAsync(bot.Services, id);
        await ChangeAsync(bot.Services, id, Plan(new CampaignMessage { Texts = texts }));

        (await bot.SendAsync(ticket)).Expect("chưa gửi được").Without(Mark);

        Assert.Null(await TestedAsync(bot.Services, id));
    }

    [Fact]
    public async Task The_campaign_remembers_a_test_that_arrived_and_none_that_the_channel_refused()
    {
        await using var bot = await TestBot.StartAsync();
        var (one, two) = (await DraftAsync(bot.Services), await DraftAsync(bot.Services));
        bot.Sender.Next(new SendOutcome.Sent("1"), new SendOutcome.Refused(SendFailure.BadContent));

        await bot.StartAsync(await TicketAsync(bot.Services, two));
        await bot.StartAsync(await TicketAsync(bot.Services, one));

        Assert.Equal(bot.Clock.GetUtcNow(), await TestedAsync(bot.Services, one));
        Assert.Null(await TestedAsync(bot.Services, two));
    }

    [Fact]
    public async Task Guessing_quickly_is_slowed_like_anything_else()
    {
        await using var bot = await TestBot.StartAsync();
        var ticket = await TicketAsync(bot.Services, await DraftAsync(bot.Services));
        for (var guess = 0; guess < Haste.TurnsPerSpan; guess++)
        {
            await bot.SendAsync("thu_" + new string('A', 43) + (char)('a' + guess));
        }

        (await bot.SendAsync(ticket)).Without(Mark).Without(Over);
        (await bot.SendAsync(ticket)).ExpectNothing();
    }

    [Fact]
    public async Task In_the_middle_of_asking_for_help_the_draft_stays_and_hears_nothing_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendAsync("gặp cán bộ");
        var before = Draft(bot);

        (await bot.SendAsync(await TicketAsync(bot.Services, await DraftAsync(bot.Services)))).Expect(Mark);

        Assert.Equal(before, Draft(bot));
    }

    [Fact]
    public async Task Over_the_wire_of_Telegram_it_leaves_nothing_but_the_moment_of_the_test()
    {
        var limit = new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token;
        await using var telegram = await FakeBotApi.StartAsync();
        await using var house = await RunningHouse.StartAsync($"--Telegram:Token={telegram.Token}", $"--Telegram:ApiBaseUrl={telegram.BaseUrl}");
        var id = await DraftAsync(house.Services);
        var ticket = await TicketAsync(house.Services, id);
        var chat = telegram.Chat(88776655443);

        chat.Says("/start " + ticket);
        await chat.WaitForAsync(2, limit);
        chat.Presses("Không");
        await chat.WaitForAsync(3, limit);
        chat.Presses("Nghỉ ngang có được lãnh trợ cấp thất nghiệp không?");
        var messages = await chat.WaitForAsync(4, limit);
        await house.Services.GetRequiredService<ReplyDispatcher>().WhenIdleAsync();

        Assert.Contains(Mark, messages[0].Text, StringComparison.Ordinal);
        Assert.Contains("Nghỉ việc nhớ báo trước.", messages[1].Text, StringComparison.Ordinal);
        Assert.Contains("Đúng rồi!", messages[2].Text, StringComparison.Ordinal);
        Assert.Contains("Nghỉ ngang thì không được.", messages[3].Text, StringComparison.Ordinal);
        Assert.NotNull(await TestedAsync(house.Services, id));
        await using var db = await OpenAsync(house.Services);
        Assert.Empty(await db.Subscribers.ToListAsync(Cancellation));
        Assert.Empty(await db.DailyCounters.ToListAsync(Cancellation));
        Assert.All(
            db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.Namespace!.EndsWith("Storage.Turns", StringComparison.Ordinal)),
            type => Assert.Equal((type.Name, 0), (type.Name, Count(db, type))));
        Assert.All([ticket, ticket[4..20], "88776655443", "nhớ báo trước"], secret => Assert.DoesNotContain(secret, house.Logs.All, StringComparison.Ordinal));
    }

    private static (Guid, string, HelpStep, int) Draft(TestBot bot)
    {
        var draft = bot.Drafts.Find(new ChannelAddress("telegram", bot.Chat))!;
        return (draft.State.Id, draft.State.Nonce, draft.State.Step, draft.Messages.Count);
    }

    private static int Count(OutreachDb db, Type entity) =>
        ((IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity).Invoke(db, null)!).Count();

    private static CampaignMessage Message() => new()
    {
        Texts = new Dictionary<string, MessageText>
        {
            ["vi"] = new() { Title = "Ngày Pháp luật", Markdown = "Nghỉ việc nhớ báo trước.", Quiz = Question },
            ["en"] = new() { Title = "Law Day", Markdown = "Give notice before you leave." },
        },
        Buttons = ["nghi-ngang"],
    };

    private static CampaignPlan Plan(CampaignMessage message) => new() { Messages = [message] };

    private static async Task<Guid> DraftAsync(IServiceProvider services, CampaignState state = CampaignState.Draft)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var campaign = new Campaign { Title = "Law Day", Plan = Plan(Message()).ToJson(), State = state, CreatedAt = now, ChangedAt = now };
        await using var db = await OpenAsync(services);
        db.Add(campaign);
        await db.SaveChangesAsync(Cancellation);
        return campaign.Id;
    }

    private static async Task ChangeAsync(IServiceProvider services, Guid id, CampaignPlan plan) => Assert.IsType<DeskOutcome.Done>(
        await services.GetRequiredService<CampaignDesk>().EditAsync(id, 0, "x", plan, CampaignActor.CommandLine(null), Cancellation));

    private static async Task<string> TicketAsync(IServiceProvider services, Guid id) =>
        Assert.IsType<DeskOutcome.Ticket>(await services.GetRequiredService<TestSends>().BeginAsync(id, 0, CampaignActor.CommandLine(null), Cancellation)).Text;

    /// <summary>A good ticket of a campaign that the console would give none for.</summary>
    private static async Task<string> ForgedAsync(IServiceProvider services, Guid id)
    {
        var key = await services.GetRequiredService<Outreach.Storage.Settings.SharedNotes>().SecretAsync("test-ticket", Cancellation);
        return new TestTicket(id, 0, services.GetRequiredService<TimeProvider>().GetUtcNow().AddMinutes(5)).Sign(key);
    }

    private static async Task<DateTimeOffset?> TestedAsync(IServiceProvider services, Guid id)
    {
        await using var db = await OpenAsync(services);
        return (await db.Campaigns.SingleAsync(c => c.Id == id, Cancellation)).TestedAt;
    }

    private static Task<OutreachDb> OpenAsync(IServiceProvider services) => services.GetRequiredService<IDbContextFactory<OutreachDb>>().CreateDbContextAsync(Cancellation);
}
