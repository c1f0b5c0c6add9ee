using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Cases.Receipts;
using Outreach.Cases.Requests;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Cases;
using Outreach.Storage.Staff;
using Outreach.Testing.Content;
using Outreach.Testing.Tricks;

namespace Outreach.Staff.Tests.Cases;

/// <summary>The inbox as a counsellor uses it, by plain forms and links.</summary>
public sealed partial class InboxTests : IAsyncLifetime
{
    private readonly string _content = Directory.CreateTempSubdirectory("outreach-content-").FullName;
    private ConsoleHouse _house = null!;

    /// <summary>Partners, the steps of a duty and the words of what is kept stand in the real content.</summary>
    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.StartAsync("--Content:Path=" + HouseContent.WithoutAnswers(_content));

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    [Fact]
    public async Task A_counsellor_takes_answers_and_closes_a_case()
    {
        var access = await AskAsync("Công ty nợ lương hai tháng.");
        using var lan = await _house.SignInAsync(StaffRole.Counsellor, "lao-dong");
        var path = await FirstCaseAsync(lan, "chua-nhan");

        var opened = await lan.ReadAsync(path);
        Assert.Contains("Công ty nợ lương hai tháng.", opened, StringComparison.Ordinal);
        Assert.Contains("Nhận việc này", opened, StringComparison.Ordinal);

        await lan.PostAsync(path + "?handler=Claim");
        Assert.Contains("bạn đang giữ", await lan.ReadAsync(path), StringComparison.Ordinal);

        await lan.PostAsync(path + "?handler=Note", ("note", "Đã hỏi hoà giải viên."));
        Assert.Contains("Đã hỏi hoà giải viên.", await lan.ReadAsync(path), StringComparison.Ordinal);

        await lan.PostAsync(path + "?handler=Reply", ("text", "Bạn còn giữ phiếu lương không?"), ("step", "send"), ("seen", "9"));
        Assert.Contains("Lấy lại", await lan.ReadAsync(path), StringComparison.Ordinal);

        await lan.PostAsync(path + "?handler=Close", ("outcome", "Answered"));
        Assert.Contains("Đã trả lời câu hỏi", await lan.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("Bạn còn giữ phiếu lương không?", await WordsOfAsync(access), StringComparison.Ordinal);
        Assert.DoesNotContain("hoà giải viên", await WordsOfAsync(access), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_can_be_taken_back_and_is_gone()
    {
        var code = await AskAsync("Em bị nợ lương.");
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await FirstCaseAsync(lan, "chua-nhan");
        await lan.PostAsync(path + "?handler=Reply", ("text", "Viết nhầm rồi"), ("step", "send"), ("seen", "9"));
        var held = Held().Match(await lan.ReadAsync(path)).Groups[1].Value;

        await lan.PostAsync(path + "?handler=TakeBack", ("text", held));

        Assert.DoesNotContain("Viết nhầm rồi", await lan.ReadAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain("Viết nhầm rồi", await WordsOfAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_in_a_reply_is_shown_before_it_is_sent()
    {
        await AskAsync("Em bị nợ lương.");
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await FirstCaseAsync(lan, "chua-nhan");

        using var asked = await lan.PostAsync(path + "?handler=Reply", ("text", "Gọi 0912 345 678 nhé"), ("step", "send"), ("seen", "9"));
        var page = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Vẫn gửi như vậy", page, StringComparison.Ordinal);
        Assert.Contains("<mark>0912 345 678</mark>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Gọi 0912", await lan.ReadAsync(path), StringComparison.Ordinal);
        await lan.PostAsync(path + "?handler=Reply", ("text", "Gọi 0912 345 678 nhé"), ("step", "send"), ("seen", "9"), ("looked", Looked().Match(page).Groups[1].Value));
        Assert.Contains("Gọi 0912", await lan.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_counsellor_sees_the_topics_given_to_them_and_nothing_of_others()
    {
        await AskAsync("Công ty nợ lương.", topic: "lao-dong");
        using var manager = await _house.SignInAsync(StaffRole.Manager);
        using var other = await _house.SignInAsync(StaffRole.Counsellor, "bhyt");
        var path = await FirstCaseAsync(manager, "chua-nhan");

        var answers = new List<string>();
        foreach (var asked in new[] { path, "/yeu-cau/chua-nhan/" + Guid.NewGuid().ToString("D"), "/yeu-cau/chua-nhan/x", "/yeu-cau/khong-co", path + "?handler=Live&v=x" })
        {
            using var answer = await other.GetAsync(asked);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(Regex.Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "value=\"[^\"]*\"", ""));
        }

        Assert.Single(answers.Distinct());
        Assert.DoesNotContain("case-line", await other.ReadAsync("/yeu-cau/chua-nhan"), StringComparison.Ordinal);
        foreach (var handler in new[] { "Claim", "Release", "Quarantine", "Restore", "Reopen" })
        {
            var token = Token().Match(await other.ReadAsync("/")).Groups[1].Value;
            using var refused = await other.PostRawAsync($"{path}?handler={handler}", ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_manager_gives_a_case_to_a_colleague_who_may_see_it()
    {
        await AskAsync("Công ty nợ lương.", topic: "lao-dong");
        using var manager = await _house.SignInAsync(StaffRole.Manager);
        using var lan = await _house.SignInAsync(StaffRole.Counsellor, "lao-dong");
        using var stranger = await _house.SignInAsync(StaffRole.Counsellor, "bhyt");
        var path = await FirstCaseAsync(manager, "chua-nhan");
        var offered = await manager.ReadAsync(path);

        using var toStranger = await manager.PostAsync(path + "?handler=Assign", ("to", stranger.Member!.Id.ToString("D")));
        using var byCounsellor = await lan.PostAsync(path + "?handler=Assign", ("to", lan.Member!.Id.ToString("D")));
        var before = await FirstCaseAsync(lan, "cua-toi");
        using var toLan = await manager.PostAsync(path + "?handler=Assign", ("to", lan.Member.Id.ToString("D")));

        Assert.Contains(lan.Member.DisplayName, offered, StringComparison.Ordinal);
        Assert.DoesNotContain(stranger.Member.DisplayName, offered, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Assign", await lan.ReadAsync(path), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Redirect), (toStranger.StatusCode, byCounsellor.StatusCode, toLan.StatusCode));
        Assert.Empty(before);
        Assert.NotEmpty(await FirstCaseAsync(lan, "cua-toi"));
    }

    [Fact]
    public async Task The_overview_tells_of_channels_and_of_what_is_kept_too_long()
    {
        await AskAsync("Em bị nợ lương.");
        using var manager = await _house.SignInAsync(StaffRole.Manager);

        var page = await manager.ReadAsync("/");

        Assert.Matches("Khung chat \\(Direct Line\\)</dt><dd><span class=\"\">chạy tốt", page);
        Assert.Matches("Quá hạn lưu giữ</a></dt><dd>0</dd>", page);
    }

    [Fact]
    public async Task No_form_is_taken_without_its_token()
    {
        await AskAsync("Em bị nợ lương.");
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await FirstCaseAsync(lan, "chua-nhan");

        foreach (var handler in new[] { "Claim", "Release", "Assign", "Note", "Reply", "TakeBack", "Refer", "Referral", "Report", "Close", "Reopen", "Quarantine", "Restore" })
        {
            using var answer = await lan.PostRawAsync($"{path}?handler={handler}", ("text", "x"), ("outcome", "Answered"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nothing_is_sent_again_while_nothing_changed()
    {
        var code = await AskAsync("Em bị nợ lương.");
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await FirstCaseAsync(lan, "chua-nhan");
        var stamp = Stamp().Match(await lan.ReadAsync(path)).Groups[1].Value;

        using var same = await lan.GetAsync($"{path}?handler=Live&v={stamp}", quiet: true);
        await AddAsync(code, "Em nói thêm.");
        using var changed = await lan.GetAsync($"{path}?handler=Live&v={stamp}", quiet: true);

        Assert.Equal(HttpStatusCode.NoContent, same.StatusCode);
        Assert.Contains("Em nói thêm.", WebUtility.HtmlDecode(await changed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_in_danger_brings_the_steps_and_the_report_is_recorded()
    {
        await AskAsync("Nhà kế bên ngày nào cũng đánh đứa nhỏ 7 tuổi bầm tím, em sợ lắm.");
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await FirstCaseAsync(lan, "chua-nhan");
        Assert.Contains("luật buộc phải báo", await lan.ReadAsync(path), StringComparison.Ordinal);

        await lan.PostAsync(path + "?handler=Report", ("rule", "Child"), ("to", "111"));
        await lan.PostAsync(path + "?handler=Report", ("rule", "Child"), ("to", "ông Tư ở số 5"));

        var page = await lan.ReadAsync(path);
        Assert.Single(ReportLine().Matches(page));
        Assert.DoesNotContain("ông Tư", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_is_asked_before_they_are_referred()
    {
        await AskAsync("Em bị nợ lương.");
        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await FirstCaseAsync(lan, "chua-nhan");

        using var drafted = await lan.PostAsync(path + "?handler=Refer", ("partner", "ngoi-nha-binh-yen"));
        var page = WebUtility.HtmlDecode(await drafted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Bạn có muốn chúng tôi giới thiệu bạn tới đó không?", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"referral\"", await lan.ReadAsync(path), StringComparison.Ordinal);

        await lan.PostAsync(path + "?handler=Reply", ("text", "Bạn có muốn không?"), ("step", "send"), ("seen", "9"), ("refer", "ngoi-nha-binh-yen"));
        Assert.Contains("class=\"referral\"", await lan.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Practice_is_marked_and_leaves_nothing()
    {
        using var lan = await _house.SignInAsync(StaffRole.Counsellor);
        var path = await FirstCaseAsync(lan, "chua-nhan", "luyen-tap");
        await lan.PostAsync(path + "?handler=Reply", ("text", "Bạn ở tỉnh nào?"), ("step", "send"), ("seen", "1"));

        Assert.Contains("Luyện tập.", await lan.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("Bạn ở tỉnh nào?", await lan.ReadAsync(path), StringComparison.Ordinal);
        await using var db = await _house.OpenDbAsync();
        Assert.Empty(db.AuditWaiting.ToList());
        using var manager = await _house.SignInAsync(StaffRole.Manager);
        Assert.DoesNotContain("case-line", await manager.ReadAsync("/yeu-cau/dang-cho"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await manager.StatusAsync(path));
    }

    [Fact]
    public async Task What_is_kept_is_told_from_the_rules_themselves()
    {
        using var editor = await _house.SignInAsync(StaffRole.Editor);

        var page = await editor.ReadAsync("/luu-giu");

        Assert.All(Outreach.Cases.Retention.RetentionRules.All, rule => Assert.DoesNotContain($"[{rule.WhatPhrase}]", page, StringComparison.Ordinal));
        Assert.Contains($"{Outreach.Cases.Retention.RetentionRules.Texts.Days} ngày sau khi khép", page, StringComparison.Ordinal);
        Assert.Contains("90 ngày sau khi đợt gửi xong", page, StringComparison.Ordinal);
        Assert.DoesNotContain("[retention.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seven_hundred_tricks_stand_as_letters_on_every_page()
    {
        var tricks = TrickTexts.All.ToList();
        Assert.True(tricks.Count >= 700);
        var code = await AskAsync(tricks[0]);
        foreach (var lot in tricks.Skip(1).Chunk(40))
        {
            await AddAsync(code, string.Join("\n", lot));
        }

        using var lan = await _house.SignInAsync(StaffRole.Manager);
        var path = await FirstCaseAsync(lan, "chua-nhan");

        foreach (var page in new[] { path, "/yeu-cau/chua-nhan", path + "?handler=Live&v=x", $"/yeu-cau/chua-nhan?ten={Uri.EscapeDataString(tricks[3])}&chu-de={Uri.EscapeDataString(tricks[4])}&sau={Uri.EscapeDataString(tricks[5])}", "/yeu-cau/" + Uri.EscapeDataString(tricks[6]) })
        {
            using var answer = await lan.GetAsync(page);
            var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.All(Tag().Matches(html).Select(t => t.Groups[1].Value.ToLowerInvariant()).Distinct(), tag => Assert.Contains(tag, OurTags));
            Assert.DoesNotContain(Tag().Matches(html), t => Handler().IsMatch(t.Value));
            Assert.All(Link().Matches(html).Select(l => l.Groups[1].Value), link => Assert.True(link.StartsWith('/') || link.StartsWith('#'), link));
        }

        var shown = await lan.ReadAsync(path);
        Assert.All(tricks.Where(t => t.All(c => c is >= ' ' and < '\u007f')), trick => Assert.Contains(trick, shown, StringComparison.Ordinal));
    }

    private static readonly string[] OurTags =
    [
        "!doctype", "html", "head", "meta", "title", "link", "script", "body", "a", "header", "div", "nav", "ul", "li", "details", "summary", "form", "input", "button", "main",
        "section", "h1", "h2", "h3", "p", "span", "strong", "label", "select", "option", "ol", "article", "textarea", "fieldset", "legend", "dialog", "dl", "dt", "dd",
        "kbd", "footer", "br", "em",
    ];

    private async Task<ReceiptCode> AskAsync(string text, string topic = "lao-dong")
    {
        var code = ReceiptCode.New();
        var outcome = await _house.Services.GetRequiredService<HelpRequests>().SubmitAsync(
            new HelpRequest { Mode = AnswerMode.Receipt, Topic = topic, InDanger = false, Language = "vi", Text = text, Consent = "2026-11-20" },
            code,
            TestContext.Current.CancellationToken);
        Assert.IsType<SubmitOutcome.Received>(outcome);
        return code;
    }

    private async Task<CaseAccess> OpenAsync(ReceiptCode code) => Assert.IsType<OpenOutcome.Opened>(
        await _house.Services.GetRequiredService<HelpRequests>().OpenAsync(code, Guid.NewGuid().ToString(), TestContext.Current.CancellationToken)).Access;

    private async Task AddAsync(ReceiptCode code, string text) =>
        Assert.IsType<AddOutcome.Added>(await _house.Services.GetRequiredService<HelpRequests>().AddWordsAsync(await OpenAsync(code), text, TestContext.Current.CancellationToken));

    private async Task<string> WordsOfAsync(ReceiptCode code) => string.Join('\n', (await OpenAsync(code)).View.Messages.Select(m => m.Text));

    private static async Task<string> FirstCaseAsync(StaffBrowser browser, string folder, string book = "yeu-cau") =>
        CaseLink().Match(await browser.ReadAsync($"/{book}/{folder}")).Groups[1].Value;

    [GeneratedRegex("<a href=\"([^\"]+)\" class=\"case-line\"")]
    private static partial Regex CaseLink();

    [GeneratedRegex("name=\"text\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex Held();

    [GeneratedRegex("name=\"looked\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Looked();

    [GeneratedRegex("data-stamp=\"([0-9a-f]+)\"")]
    private static partial Regex Stamp();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("<li>Trẻ em: [^<]*</li>")]
    private static partial Regex ReportLine();

    [GeneratedRegex("<([a-zA-Z!][a-zA-Z0-9-]*)(?:[^>\"]|\"[^\"]*\")*>")]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?:on[a-z]+|style|srcdoc|formaction="(?!/))\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("""<a\s[^>]*href="([^"]*)" """)]
    private static partial Regex Link();
}
