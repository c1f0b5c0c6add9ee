using Outreach.Scheduler.Campaigns;
using Outreach.Storage.Campaigns;

namespace Outreach.Scheduler.Tests.Campaigns;

public sealed class AudienceTextTests
{
    private static readonly TimeZoneInfo Vietnam = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    [Fact]
    public void Every_part_is_read_and_written_back()
    {
        const string Text = "language=vi,en;province=Bắc Ninh,Hà Nội;role=worker;topic=bhxh;channel=telegram;joined-before=2026-11-01";

        var filter = AudienceText.Parse(Text, Vietnam, out var fault);

        Assert.Null(fault);
        Assert.Equal(["vi", "en"], filter!.Languages);
        Assert.Equal(["Bắc Ninh", "Hà Nội"], filter.Provinces);
        Assert.Equal(["worker", "bhxh", "telegram"], filter.Roles.Concat(filter.Topics).Concat(filter.Channels));
        Assert.Equal(new DateTimeOffset(2026, 10, 31, 17, 0, 0, TimeSpan.Zero), filter.JoinedBefore);
        Assert.Equal(Text, AudienceText.Of(filter, Vietnam));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ;  ")]
    public void Nothing_means_everyone(string text)
    {
        var filter = AudienceText.Parse(text, Vietnam, out _)!;

        Assert.Equal("", AudienceText.Of(filter, Vietnam));
        Assert.Empty(filter.Languages.Concat(filter.Provinces).Concat(filter.Roles).Concat(filter.Topics).Concat(filter.Channels));
    }

    [Theory]
    [InlineData("joined-before=2026-11-01T09:00", 2)]
    [InlineData("joined-before=2026-11-01T09:00Z", 9)]
    [InlineData("joined-before=2026-11-01T09:00:00+02:00", 7)]
    public void A_time_without_an_offset_is_the_organisations(string text, int hourUtc)
    {
        var filter = AudienceText.Parse(text, Vietnam, out _)!;

        Assert.Equal(new DateTimeOffset(2026, 11, 1, hourUtc, 0, 0, TimeSpan.Zero), filter.JoinedBefore);
        Assert.Equal(filter.JoinedBefore, AudienceText.Parse(AudienceText.Of(filter, Vietnam), Vietnam, out _)!.JoinedBefore);
    }

    [Theory]
    [InlineData("langage=vi", "'langage' is no part of an audience. Write one of language, province, role, topic, channel, joined-before.")]
    [InlineData("everyone", "'everyone' is no part of an audience. Write one of language, province, role, topic, channel, joined-before.")]
    [InlineData("role=", "'role' has no value. Write role=VALUE, several values with ',' between them.")]
    [InlineData("role", "'role' has no value. Write role=VALUE, several values with ',' between them.")]
    [InlineData("role=worker;role=landlord", "'role' stands there twice. Write its values once, with ',' between them.")]
    [InlineData("role=boss", "'boss' is no role. Write one of worker, landlord, employer.")]
    [InlineData("language=fr", "'fr' is no language. Write one of vi, en.")]
    [InlineData("channel=telegarm", "'telegarm' is no channel. Write one of telegram, zalo, messenger, web, directline.")]
    [InlineData("joined-before=01/11/2026", "'joined-before' is no day or time. Write one, as joined-before=2026-11-01 or joined-before=2026-11-01T09:00.")]
    [InlineData("joined-before=2026-11-01,2026-12-01", "'joined-before' is no day or time. Write one, as joined-before=2026-11-01 or joined-before=2026-11-01T09:00.")]
    public void What_cannot_be_read_says_what_where_and_how_to_mend_it(string text, string expected)
    {
        Assert.Null(AudienceText.Parse("province=Huế;" + text, Vietnam, out var fault));

        Assert.Equal(expected, fault);
    }

    [Fact]
    public void A_plan_comes_back_from_the_database_as_it_was()
    {
        var plan = CampaignHost.Plan(new Scheduler.Planning.Recurrence.MonthlyDay(9) { At = new TimeOnly(9, 0) }) with
        {
            Audience = new AudienceFilter { Roles = ["worker"], JoinedBefore = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) },
            CapDays = 3,
            QuietHours = "none",
            LateStartHours = 2,
            ListsDoubts = true,
        };

        var back = CampaignPlan.FromJson(plan.ToJson());

        Assert.Equal(plan.ToJson(), back.ToJson());
        Assert.Equal((plan.When, 3, "none", 2, true), (back.When, back.CapDays, back.QuietHours, back.LateStartHours, back.ListsDoubts));
        Assert.Equal("Law Day", back.Messages[0].In("en").Title);
        Assert.Equal(plan.Audience.JoinedBefore, back.Audience.JoinedBefore);
    }
}
