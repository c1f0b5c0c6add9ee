using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Tests.Help;
using Outreach.Bot.Tests.Turns;
using Outreach.Bot.Turns;
using Outreach.Channels;
using Outreach.Storage;
using Outreach.Storage.Subscribers;

namespace Outreach.Bot.Tests.Preferences;

/// <summary>Two conversations of one person: a code of the one, typed in the other.</summary>
public sealed partial class LinkingTests
{
    private const string Other = "4712";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("as shown")]
    [InlineData("small and apart")]
    public async Task A_code_typed_in_the_other_conversation_links_both_and_it_is_undone_by_a_press(string typed)
    {
        await using var bot = await TwoAsync();
        var code = await OfferAsync(bot);
        bot.Chat = Other;

        (await bot.SendAsync(typed == "as shown" ? code : code.Replace("-", "  ", StringComparison.Ordinal).ToLowerInvariant()))
            .Expect("Đã nối xong", "đã nối với một cuộc khác").WithButton("s:part");

        var people = await PeopleAsync(bot);
        Assert.Equal(2, people.Count);
        Assert.Equal(4, Assert.NotNull(Assert.Single(people.Distinct())).Version);
        Assert.Contains("linked/", bot.Store.Counters);

        (await bot.PressAsync("s:part")).Expect("Mình ghi lại rồi").Without("đã nối").WithButton("s:link");
        bot.Chat = "4711";
        (await bot.SendAsync("cài đặt")).Without("đã nối").WithButton("s:link");
    }

    [Fact]
    public async Task The_code_lies_in_no_row_and_no_log()
    {
        await using var bot = await TwoAsync();

        var code = await OfferAsync(bot);

        await using var db = await Db(bot).CreateDbContextAsync(Stop);
        Assert.Equal(32, Assert.Single(await db.Set<LinkCode>().ToListAsync(Stop)).Hash.Length);
        Assert.Empty(bot.Store.Commits[^1].Replies); // the outbox never held it
        Assert.DoesNotContain(code, bot.Logs.All, StringComparison.OrdinalIgnoreCase);
        Assert.Throws<NotSupportedException>(() => ReplyPlan.Of("vi", new PlanPart.Code(code)).ToJson());
    }

    [Fact]
    public async Task A_code_works_once()
    {
        await using var bot = await TwoAsync();
        var code = await OfferAsync(bot);
        bot.Chat = Other;
        await bot.SendAsync(code);
        bot.Chat = "4713";
        await bot.SubscribeAsync();

        (await bot.SendAsync(code)).Expect("Mã này không dùng được");
    }

    [Fact]
    public async Task A_code_is_over_after_ten_minutes_and_when_another_was_made()
    {
        await using var bot = await TwoAsync();
        var (first, second) = (await OfferAsync(bot), await OfferAsync(bot));
        bot.Chat = Other;
        (await bot.SendAsync(first)).Expect("không dùng được");
        bot.Clock.Advance(LinkCode.Lifetime);

        (await bot.SendAsync(second)).Expect("không dùng được");

        Assert.All(await PeopleAsync(bot), Assert.Null);
    }

    [Fact]
    public async Task In_its_own_conversation_a_code_links_nothing_and_stays_good()
    {
        await using var bot = await TwoAsync();
        var code = await OfferAsync(bot);

        (await bot.SendAsync(code)).Expect("tạo ở ngay đây");
        bot.Chat = Other;
        (await bot.SendAsync(code)).Expect("Đã nối xong");
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_waits_ten_minutes_too()
    {
        await using var bot = await TwoAsync();
        bot.Chat = Other;
        for (var i = 0; i < 5; i++)
        {
            (await bot.SendAsync("BBBB-222" + (i + 2))).Expect("không dùng được");
        }

        bot.Clock.Advance(TimeSpan.FromMinutes(1)); // not for writing too fast
        bot.Chat = "4711";
        var code = await OfferAsync(bot);
        bot.Chat = Other;

        (await bot.SendAsync(code)).Expect("thử nhiều mã quá");

        Assert.All(await PeopleAsync(bot), Assert.Null);
    }

    [Fact]
    public async Task Who_gets_nothing_here_is_asked_whether_they_want_to_and_the_code_stays_good()
    {
        await using var bot = await TwoAsync();
        var code = await OfferAsync(bot);
        bot.Chat = "4713";

        (await bot.SendAsync(code)).Expect("đăng ký nhận tin trước").WithButton("y:consent");
        await bot.SendAsync("có");
        (await bot.SendAsync(code)).Expect("Đã nối xong");
    }

    [Fact]
    public async Task To_stop_in_one_conversation_leaves_the_other()
    {
        await using var bot = await TwoAsync();
        var code = await OfferAsync(bot);
        bot.Chat = Other;
        await bot.SendAsync(code);

        await bot.SendAsync("dừng");

        Assert.Null(await bot.SubscriberAsync());
        bot.Chat = "4711";
        Assert.False((await bot.SubscriberAsync())!.IsLinked);
    }

    [Fact]
    public async Task A_link_that_is_brought_again_after_a_restart_changes_nothing()
    {
        await using var bot = await TwoAsync();
        var code = await OfferAsync(bot);
        bot.Chat = Other;
        var typed = bot.AnActivity(ActivityKind.Text, code);
        await bot.HandInAsync(typed);
        await bot.PressAsync("s:part");
        var (pipeline, _, _) = await bot.RestartAsync();

        Assert.Equal(TurnReceipt.Replayed, await pipeline.AcceptAsync(typed, Stop));

        Assert.False((await bot.SubscriberAsync())!.IsLinked);
    }

    [Fact]
    public async Task Told_to_the_staff_a_code_is_part_of_the_story()
    {
        await using var bot = await TwoAsync();
        var code = await OfferAsync(bot);
        bot.Chat = Other;
        await bot.ToWordsAsync();

        (await bot.SendAsync(code)).Expect("Đã ghi 1 tin");

        Assert.All(await PeopleAsync(bot), Assert.Null);
    }

    [Theory]
    [InlineData("KKKKKKKK")]
    [InlineData("09012345")]
    [InlineData("baohiem1")]
    [InlineData("BBBB-222")]
    [InlineData("BBBB-22222")]
    [InlineData("22/11 BCF")]
    public void Words_numbers_and_laughs_are_no_code(string text) => Assert.Null(LinkCode.Parse(text));

    [Fact]
    public void A_new_code_is_read_as_it_is_shown() =>
        Assert.All(Enumerable.Range(0, 200).Select(_ => LinkCode.New()), code => Assert.Equal(code.Replace("-", "", StringComparison.Ordinal), LinkCode.Parse($" {code.ToLowerInvariant()} ")));

    private static async Task<TestBot> TwoAsync()
    {
        var bot = await Subscribed.StartAsync();
        bot.Chat = Other;
        await bot.SubscribeAsync();
        bot.Chat = "4711";
        return bot;
    }

    private static async Task<string> OfferAsync(TestBot bot)
    {
        var offered = await bot.PressAsync("s:link");
        offered.Expect("10 phút", "Đừng đưa cho ai khác");
        return Code().Match(offered.Text).Value;
    }

    private static IDbContextFactory<OutreachDb> Db(TestBot bot) => bot.Services.GetRequiredService<IDbContextFactory<OutreachDb>>();

    private static async Task<IReadOnlyList<Guid?>> PeopleAsync(TestBot bot)
    {
        await using var db = await Db(bot).CreateDbContextAsync(Stop);
        return await db.Subscribers.Select(s => s.PersonId).ToListAsync(Stop);
    }

    [GeneratedRegex("[2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Code();
}
