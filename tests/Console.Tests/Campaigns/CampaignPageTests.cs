using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Scheduler.Campaigns;
using Outreach.Scheduler.Planning;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Campaigns;
using Outreach.Storage.Settings;
using Outreach.Storage.Staff;
using Outreach.Testing.Tricks;

namespace Outreach.Staff.Tests.Campaigns;

/// <summary>Campaigns as staff write, read and approve them, by plain forms and links.</summary>
public sealed partial class CampaignPageTests : IAsyncLifetime
{
    private static readonly (string, string)[] Good =
    [
        ("Name", "Ngày Pháp luật tháng 12"), ("Vi.Title", "Biết luật"), ("Vi.Text", "Chào bạn! **Giữ** giấy tờ của mình."),
        ("En.Title", "Know the law"), ("En.Text", "Hello! Keep your papers."), ("Buttons", "Khi nào được hưởng trợ cấp thất nghiệp?"),
        ("When.Kind", "monthly-day"), ("When.Day", "9"), ("When.At", "19:30"), ("Quiet", "house"),
    ];

    private ConsoleHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task A_campaigner_writes_and_submits_and_a_colleague_approves()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var mai = await _house.SignInAsync(StaffRole.Manager);

        var path = await WriteAsync(lan);
        await lan.PostAsync(path + "?handler=Submit", await VersionAsync(lan, path));
        var read = await mai.ReadAsync(path);
        await mai.PostAsync(path + "?handler=Approve", await VersionAsync(mai, path));

        Assert.Contains("Ngày 9 mỗi tháng, lúc 19:30", read, StringComparison.Ordinal);
        Assert.Contains("Thứ Tư, 09/12/2026, lúc 19:30", read, StringComparison.Ordinal);
        Assert.Contains("<b>Giữ</b> giấy tờ", read, StringComparison.Ordinal);
        Assert.Contains("Keep your papers.", read, StringComparison.Ordinal);
        Assert.Contains("bubble-button\">Khi nào được hưởng trợ cấp thất nghiệp?", read, StringComparison.Ordinal);
        var approved = await mai.ReadAsync(path);
        Assert.Contains("Đã duyệt", approved, StringComparison.Ordinal);
        Assert.Contains("Chị " + lan.Member!.Name, approved, StringComparison.Ordinal);
        await using var db = await _house.OpenDbAsync();
        var campaign = await db.Campaigns.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((CampaignState.Approved, mai.Member!.Id), (campaign.State, campaign.ApprovedById));
        Assert.Equal(["bhtn-dieu-kien"], CampaignPlan.FromJson(campaign.Plan).Messages[0].Buttons);
    }

    [Fact]
    public async Task Nobody_approves_what_they_wrote_or_submitted_and_is_told_why()
    {
        using var mai = await _house.SignInAsync(StaffRole.Manager);
        using var hoa = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(mai);
        await hoa.PostAsync(path + "?handler=Submit", await VersionAsync(hoa, path));

        foreach (var (person, why) in new[] { (mai, "wrote"), (hoa, "submitted") })
        {
            var page = await person.ReadAsync(path);
            Assert.Contains("Người duyệt phải là một đồng nghiệp khác", page, StringComparison.Ordinal);
            Assert.DoesNotContain("handler=Approve", page, StringComparison.Ordinal);
            using var forced = await person.PostAsync(path + "?handler=Approve", Version().Match(page) is var match ? ("version", match.Groups[1].Value) : default);
            Assert.Contains("người duyệt phải là đồng nghiệp khác", await TextAsync(forced), StringComparison.Ordinal);
            Assert.True(await StateAsync() == CampaignState.Submitted, why);
        }
    }

    [Fact]
    public async Task A_campaigner_gets_a_way_to_try_the_message_and_the_page_says_when_it_was_tried()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var mai = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(lan);
        var untested = await lan.ReadAsync(path);

        using var unnamed = await lan.PostAsync(path + "?handler=Test");
        var withoutName = await TextAsync(unnamed);
        await _house.Services.GetRequiredService<SharedNotes>().SetAsync(SharedNotes.TelegramName, "LuatBot", TestContext.Current.CancellationToken);
        using var answer = await lan.PostAsync(path + "?handler=Test");
        var page = await TextAsync(answer);
        var ticket = TicketText().Match(page).Groups[1].Value;
        var waiting = await lan.StatusAsync(path + "?handler=Tested&since=0");
        var tests = _house.Services.GetRequiredService<TestSends>();
        await tests.MarkAsync((await tests.OpenAsync(ticket, TestContext.Current.CancellationToken))!, TestContext.Current.CancellationToken);
        var arrived = await lan.StatusAsync(path + "?handler=Tested&since=0");
        await lan.PostAsync(path + "?handler=Submit", await VersionAsync(lan, path));
        var read = await mai.ReadAsync(path);

        Assert.Contains("Chưa ai gửi thử", untested, StringComparison.Ordinal);
        Assert.DoesNotContain("https://t.me/", withoutName, StringComparison.Ordinal);
        Assert.NotEmpty(TicketText().Match(withoutName).Groups[1].Value);
        Assert.Contains($"https://t.me/LuatBot?start={ticket}", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page[page.IndexOf("class=\"qr\"", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Contains("Dùng được đến 09:15", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, (HttpStatusCode)286), (waiting, arrived));
        Assert.Contains("Đã gửi thử lúc 21/11/2026 09:00", read, StringComparison.Ordinal);
        Assert.Contains("Gửi thử đợt tuyên truyền", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_change_campaigns_gets_no_test_of_one()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var editor = await _house.SignInAsync(StaffRole.Editor);
        var path = await WriteAsync(lan);

        using var forced = await editor.PostAsync(path + "?handler=Test");
        await lan.PostAsync(path + "?handler=Cancel");
        using var late = await lan.PostAsync(path + "?handler=Test");

        Assert.DoesNotContain("handler=Test", await editor.ReadAsync(path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);
        Assert.Contains("Lúc này không làm được việc đó nữa", await TextAsync(late), StringComparison.Ordinal);
        Assert.DoesNotMatch(TicketText(), await TextAsync(late));
    }

    [Fact]
    public async Task A_campaign_that_is_sent_back_tells_its_author_why_until_it_is_submitted_again()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var mai = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(lan);
        await lan.PostAsync(path + "?handler=Submit", await VersionAsync(lan, path));
        var version = await VersionAsync(mai, path);

        using var wordless = await mai.PostAsync(path + "?handler=Reject", version, ("reason", "  "));
        await mai.PostAsync(path + "?handler=Reject", version, ("reason", "Câu đầu <b>chưa</b> rõ.\nSửa giúp nhé."));
        var draft = await lan.ReadAsync(path);
        var editor = await lan.ReadAsync(path + "/sua");
        await lan.PostAsync(path + "?handler=Submit", await VersionAsync(lan, path));
        var again = await mai.ReadAsync(path);

        Assert.Contains("Hãy ghi lý do", await TextAsync(wordless), StringComparison.Ordinal);
        Assert.Contains("được gửi lại để sửa", draft, StringComparison.Ordinal);
        Assert.Contains("Câu đầu <b>chưa</b> rõ.\nSửa giúp nhé.", draft, StringComparison.Ordinal);
        Assert.Contains("được gửi lại để sửa", editor, StringComparison.Ordinal);
        Assert.DoesNotContain("được gửi lại để sửa", again, StringComparison.Ordinal);
        Assert.Contains("“Câu đầu <b>chưa</b> rõ.", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_somebody_else_is_told_and_nothing_that_was_typed_is_lost()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var mai = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(lan);
        var seen = await VersionAsync(mai, path);
        await lan.PostAsync(path + "/sua", [.. Good[1..], ("Name", "Lan sửa"), seen with { Name = "Version" }, ("step", "save")]);

        using var late = await mai.PostAsync(path + "/sua", [.. Good[1..], ("Name", "Mai sửa"), seen with { Name = "Version" }, ("step", "save")]);
        var page = await TextAsync(late);

        Assert.Contains($"Chị {lan.Member!.Name} đã thay đổi đợt này", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Mai sửa\"", page, StringComparison.Ordinal);
        Assert.Contains("Lan sửa", await mai.ReadAsync(path), StringComparison.Ordinal);
        await mai.PostAsync(path + "/sua", [.. Good[1..], ("Name", "Mai sửa"), ("Version", VersionField().Match(page).Groups[1].Value), ("step", "save")]);
        Assert.Contains("Mai sửa", await mai.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays()
    {
        (string Field, string Typed, string Beside, string Said)[] slips =
        [
            ("Name", "", "fault-name", "Hãy đặt tiêu đề"),
            ("Vi.Text", "Lương là {{khong-co}} đồng.", "fault-vi-text", "không có con số nào mang tên này"),
            ("Vi.Question", "Bao lâu?", "fault-vi-quiz", "Câu đố cần một câu hỏi"),
            ("En.Text", "", "fault-en-text", "Chưa có nội dung"),
            ("Buttons", "Câu không có", "fault-buttons", "Không có câu trả lời nào tên \"Câu không có\""),
            ("When.Day", "0", "fault-rule", "Không tháng nào có ngày 0"),
            ("When.Day", "-2147483648", "fault-rule", "Không tháng nào có ngày"),
            ("When.At", "25:99", "fault-rule", "Hãy chọn giờ gửi"),
            ("To.CapDays", "9999", "fault-cap", "từ 0 đến 366"),
            ("To.CapDays", "nhiều", "fault-cap", "cần một con số"),
            ("To.JoinedBefore", "hôm qua", "fault-joined", "Hãy chọn một ngày"),
            ("To.Topics", "khong-co", "fault-topics", "Không có chủ đề"),
            ("LateStartHours", "999", "fault-late", "từ 0 đến 168"),
        ];
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        foreach (var (field, typed, beside, said) in slips)
        {
            using var answer = await lan.PostAsync("/chien-dich/moi", [.. Good.Where(each => each.Item1 != field), (field, typed), ("step", field == "Name" ? "save" : "check")]);
            var page = await TextAsync(answer);

            var at = page.IndexOf($"id=\"{beside}\"", StringComparison.Ordinal);
            Assert.True(at > 0, page);
            Assert.Contains(said, page[at..page.IndexOf("</div>", at, StringComparison.Ordinal)], StringComparison.Ordinal);
            Assert.Contains("value=\"Know the law\"", page, StringComparison.Ordinal);
            Assert.Contains(field == "To.Topics" ? "" : typed, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_rule_of_which_no_date_can_be_computed_is_never_kept()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        foreach (var (kind, field, typed) in new[] { ("monthly-day", "When.Day", "0"), ("yearly", "When.Month", "13"), ("monthly-day", "When.At", "") })
        {
            using var answer = await lan.PostAsync("/chien-dich/moi", [.. Good.Where(each => each.Item1 != field && each.Item1 != "When.Kind"), ("When.Kind", kind), (field, typed), ("step", "save")]);

            Assert.Contains("Chưa lưu được", await TextAsync(answer), StringComparison.Ordinal);
        }

        await using var db = await _house.OpenDbAsync();
        Assert.False(await db.Campaigns.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_next_dates_are_shown_before_anything_is_saved_with_what_moves_them_and_what_is_not_certain()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);

        using var answer = await lan.PostAsync("/chien-dich/moi", [.. Good.Where(each => each.Item1 != "When.Day"), ("When.Day", "24"), ("step", "check")]);
        var page = await TextAsync(answer);

        Assert.Contains("Thứ Tư, 25/11/2026, lúc 19:30", page, StringComparison.Ordinal);
        Assert.Contains("Dời từ 24/11/2026 vì trùng Ngày Văn hóa Việt Nam.", page, StringComparison.Ordinal);
        Assert.Equal(12, Regex.Count(page, "24/\\d\\d/20\\d\\d, lúc 19:30|25/11/20\\d\\d, lúc 19:30"));
        await using var db = await _house.OpenDbAsync();
        Assert.False(await db.Campaigns.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_it_is_typed_the_preview_and_the_faults_come_as_parts_of_a_page()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);

        using var answer = await lan.PostAsync("/chien-dich/moi?handler=Look", [.. Good, ("LateStartHours", "999")]);
        var part = await TextAsync(answer);

        Assert.Contains("id=\"look\"", part, StringComparison.Ordinal);
        Assert.Contains("<b>Giữ</b>", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_typed_runs_or_breaks_out_of_its_place()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        foreach (var trick in TrickTexts.All.Where(trick => trick.Trim().Length > 0).Take(40).Append("\"><script>alert(1)</script>").Append("<img src=x onerror=alert(1)>").Append("[x](javascript:alert(1))"))
        {
            var text = trick.Length > 150 ? trick[..150] : trick;
            using var check = await lan.PostAsync("/chien-dich/moi", ("Name", text), ("Vi.Title", text), ("Vi.Text", text), ("Vi.Question", text), ("Vi.Choices", text), ("Vi.Choices", "b"), ("Vi.Right", "0"),
                ("Buttons", text), ("To.Provinces", text), ("To.JoinedBefore", text), ("When.Kind", text), ("When.Day", text), ("Quiet", "own"), ("QuietFrom", text), ("Image", text), ("step", "check"));
            var raw = await check.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.True(check.StatusCode == HttpStatusCode.OK, text);
            Assert.Equal(1, Regex.Count(raw, "<script", RegexOptions.IgnoreCase)); // the console's own
            Assert.DoesNotMatch("(?i)<(img|svg [^>]*on|iframe|object|embed|form [^>]*action=.(?!/))", raw);
            Assert.DoesNotMatch("(?i)href=.javascript", raw);
        }
    }

    [Fact]
    public async Task An_editor_reads_and_changes_nothing()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var editor = await _house.SignInAsync(StaffRole.Editor);
        var path = await WriteAsync(lan);

        var page = await editor.ReadAsync(path);
        using var forced = await editor.PostAsync(path + "?handler=Submit", ("version", "0"));

        Assert.Contains("Vai trò của bạn chỉ xem được", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Submit", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await editor.StatusAsync(path + "/sua"));
        Assert.Equal(CampaignState.Draft, await StateAsync());
    }

    [Fact]
    public async Task A_form_from_elsewhere_does_nothing()
    {
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(lan);

        foreach (var handler in new[] { "Submit", "Approve", "Reject", "Test", "Start", "Cancel", "Pause", "Resume", "SendAnyway", "Skip", "End", "Retry", "Clone" })
        {
            using var answer = await lan.PostRawAsync($"{path}?handler={handler}", ("version", "0"));
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, handler);
        }

        Assert.Equal(CampaignState.Draft, await StateAsync());
    }

    [Fact]
    public async Task Without_a_database_every_page_says_that_nothing_can_be_sent()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var mai = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(lan);
        await lan.PostAsync(path + "?handler=Submit", await VersionAsync(lan, path));
        await mai.PostAsync(path + "?handler=Approve", await VersionAsync(mai, path));

        using var started = await mai.PostAsync(path + "?handler=Start");

        Assert.Contains("không gửi được tin nào", await TextAsync(started), StringComparison.Ordinal);
        Assert.Contains("không gửi được tin nào", await mai.ReadAsync("/chien-dich"), StringComparison.Ordinal);
        Assert.Equal(CampaignState.Approved, await StateAsync());
    }

    [Theory]
    [InlineData(DateDoubt.None, "đã trễ quá lâu")]
    [InlineData(DateDoubt.DaysOffNotAnnounced, "chưa có thông báo chính thức")]
    public async Task A_broadcast_that_waits_says_why_and_offers_both_ways(DateDoubt doubt, string why)
    {
        using var mai = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(mai);
        await using (var db = await _house.OpenDbAsync())
        {
            var campaign = await db.Campaigns.SingleAsync(TestContext.Current.CancellationToken);
            campaign.State = CampaignState.Started;
            var plan = CampaignPlan.FromJson(campaign.Plan) with { Doubt = doubt };
            db.Broadcasts.Add(new Broadcast { CampaignId = campaign.Id, PlannedAt = _house.Clock.GetUtcNow().AddHours(-9), State = BroadcastState.Waiting, Plan = plan.ToJson() });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await mai.ReadAsync(path);

        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Contains("handler=SendAnyway", page, StringComparison.Ordinal);
        Assert.Contains("handler=Skip", page, StringComparison.Ordinal);
        Assert.Contains("Chờ bạn quyết định", await mai.ReadAsync("/chien-dich"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_is_a_draft_of_whoever_made_it()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        using var mai = await _house.SignInAsync(StaffRole.Manager);
        var path = await WriteAsync(lan);

        using var copied = await mai.PostAsync(path + "?handler=Clone");

        await using var db = await _house.OpenDbAsync();
        var copy = await db.Campaigns.SingleAsync(c => c.AuthorId == mai.Member!.Id, TestContext.Current.CancellationToken);
        Assert.Equal(("Ngày Pháp luật tháng 12 (bản sao)", CampaignState.Draft), (copy.Title, copy.State));
        Assert.Equal($"/chien-dich/{copy.Id:D}/sua", copied.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        foreach (var path in new[]
        {
            $"/chien-dich/{Guid.Empty:D}", "/chien-dich/x", "/chien-dich/x/sua", "/chien-dich/moi?tu=khong-co",
            "/lich-gui?thang=2026-13", "/lich-gui?thang=0001-01", "/lich-gui?nam=99999",
        })
        {
            Assert.True(await lan.StatusAsync(path) == HttpStatusCode.NotFound, path);
        }
    }

    [Fact]
    public async Task The_calendar_shows_drafts_holidays_and_the_days_of_the_law_by_month_and_by_year()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        await WriteAsync(lan);

        var month = await lan.ReadAsync("/lich-gui?thang=2026-12");
        var november = await lan.ReadAsync("/lich-gui");
        var year = await lan.ReadAsync("/lich-gui?nam=2027");

        Assert.Contains("Ngày Pháp luật tháng 12", month, StringComparison.Ordinal);
        Assert.Contains("Ngày Văn hóa Việt Nam", november, StringComparison.Ordinal);
        Assert.Contains("Ngày Pháp luật Việt Nam", november, StringComparison.Ordinal);
        Assert.Contains("thang=2026-10", november, StringComparison.Ordinal);
        Assert.Contains("Tết Nguyên đán", year, StringComparison.Ordinal);
        Assert.Equal(12, Regex.Count(year, ">Ngày Pháp luật tháng 12</a>"));
    }

    [Fact]
    public async Task In_the_calendar_what_was_sent_stands_on_the_day_it_was_sent_and_what_was_called_off_does_not()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        var path = await WriteAsync(lan);
        var (done, cancelled) = (Guid.NewGuid(), Guid.NewGuid());
        await using (var db = await _house.OpenDbAsync())
        {
            var campaign = await db.Campaigns.SingleAsync(TestContext.Current.CancellationToken);
            campaign.State = CampaignState.Started;
            db.Broadcasts.Add(new Broadcast { Id = done, CampaignId = campaign.Id, PlannedAt = At(9, 12), StartedAt = At(11, 3), State = BroadcastState.Done, Plan = campaign.Plan });
            db.Broadcasts.Add(new Broadcast { Id = cancelled, CampaignId = campaign.Id, PlannedAt = At(16, 12), State = BroadcastState.Cancelled, Plan = campaign.Plan });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var month = await lan.ReadAsync("/lich-gui?thang=2026-11");
        var next = await lan.ReadAsync("/lich-gui?thang=2026-12");

        var eleventh = month[month.IndexOf("11/11/2026", StringComparison.Ordinal)..month.IndexOf("12/11/2026", StringComparison.Ordinal)];
        Assert.Contains($"/chien-dich/{done:D}", eleventh, StringComparison.Ordinal);
        Assert.Contains("10:00", eleventh, StringComparison.Ordinal);
        Assert.DoesNotContain($"/chien-dich/{cancelled:D}", month, StringComparison.Ordinal);
        Assert.Contains(path, next, StringComparison.Ordinal);

        static DateTimeOffset At(int day, int hour) => new(2026, 11, day, hour, 0, 0, TimeSpan.Zero);
    }

    [Fact]
    public async Task Whether_it_is_shown_again_on_the_site_is_chosen_in_the_editor_and_kept()
    {
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);
        var path = await WriteAsync(lan);
        Assert.Contains("ai cũng đọc lại được trên trang công khai", await lan.ReadAsync(path), StringComparison.Ordinal);

        var version = await VersionAsync(lan, path);
        await lan.PostAsync(path + "/sua", [.. Good, ("StaysOffSite", "true"), version with { Name = "Version" }, ("step", "save")]);

        Assert.Contains("Không đăng lại trên trang công khai", await lan.ReadAsync(path), StringComparison.Ordinal);
        Assert.Matches("name=\"StaysOffSite\" value=\"true\" checked", await lan.ReadAsync(path + "/sua"));
        await using var db = await _house.OpenDbAsync();
        Assert.True(CampaignPlan.FromJson((await db.Campaigns.SingleAsync(TestContext.Current.CancellationToken)).Plan).StaysOffSite);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

    /// <summary>Writes a good draft; returns its page.</summary>
    private static async Task<string> WriteAsync(StaffBrowser browser)
    {
        using var saved = await browser.PostAsync("/chien-dich/moi", [.. Good, ("step", "save")]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, await TextAsync(saved));
        return saved.Headers.Location!.OriginalString;
    }

    private static async Task<(string Name, string Value)> VersionAsync(StaffBrowser browser, string path) => ("version", Version().Match(await browser.ReadAsync(path)).Groups[1].Value);

    private async Task<CampaignState> StateAsync()
    {
        await using var db = await _house.OpenDbAsync();
        return (await db.Campaigns.SingleAsync(TestContext.Current.CancellationToken)).State;
    }

    [GeneratedRegex("id=\"test-text\">(thu_[A-Za-z0-9_-]{44})<")]
    private static partial Regex TicketText();

    [GeneratedRegex("name=\"version\" value=\"([^\"]+)\"")]
    private static partial Regex Version();

    [GeneratedRegex("name=\"Version\" value=\"([^\"]+)\"")]
    private static partial Regex VersionField();
}
