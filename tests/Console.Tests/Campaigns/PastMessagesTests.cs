using System.Net;
using System.Text;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Campaigns;
using Outreach.Testing.Postgres;

namespace Outreach.Staff.Tests.Campaigns;

/// <summary>The public page of past messages.</summary>
public sealed class PastMessagesTests(TestCluster cluster) : IAsyncLifetime
{
    private const string Path = "/tin-da-gui";

    private ConsoleHouse _house = null!;
    private HttpClient _site = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _house = await ConsoleHouse.WithPhrasesAsync(await cluster.CreateDatabaseAsync(Token));
        _site = new HttpClient { BaseAddress = _house.Site };
    }

    public async ValueTask DisposeAsync()
    {
        _site.Dispose();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task It_shows_what_was_sent_with_its_day_and_its_answers_in_the_readers_language_and_no_figure_of_anybody()
    {
        var scene = new SentScene(_house);
        await scene.SentAsync("Ngày Pháp luật", 12, people: 4321, sent: 4242);
        await scene.SentAsync("Cho chủ nhà trọ", 40, change: plan => plan with { Audience = new AudienceFilter { Roles = ["landlord"] } });

        var page = await ReadAsync(Path);
        var english = await ReadAsync(Path + "?lang=en");

        Assert.Contains("Tháng 11/2026", page, StringComparison.Ordinal);
        Assert.Contains("Tháng 10/2026", page, StringComparison.Ordinal);
        Assert.Contains("<h3>Ngày Pháp luật</h3>", page, StringComparison.Ordinal);
        Assert.Contains("<h3>Cho chủ nhà trọ</h3>", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("<h3>Ngày Pháp luật", StringComparison.Ordinal) < page.IndexOf("<h3>Cho chủ", StringComparison.Ordinal));
        Assert.Contains("<strong>Ngày Pháp luật</strong> đây.", page, StringComparison.Ordinal);
        Assert.Contains("Gửi ngày 09/11/2026", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/hoi-dap/bhtn-dieu-kien\">Khi nào được hưởng trợ cấp thất nghiệp?</a>", page, StringComparison.Ordinal);
        Assert.Contains("Áp dụng từ", page, StringComparison.Ordinal);
        Assert.Contains("<h3>Ngày Pháp luật (en)</h3>", english, StringComparison.Ordinal);
        Assert.Contains("href=\"/hoi-dap/bhtn-dieu-kien?lang=en\"", english, StringComparison.Ordinal);
        Assert.DoesNotMatch("4\\.?,?242|4\\.?,?321|landlord", page);
        Assert.Contains("href=\"/tin-da-gui\"", await ReadAsync("/hoi-dap"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_kept_off_the_site_not_over_or_reached_nobody_is_not_shown_and_what_was_cancelled_half_way_is()
    {
        var scene = new SentScene(_house);
        await scene.SentAsync("Đã hủy giữa chừng", 12, state: BroadcastState.Cancelled);
        await scene.SentAsync("Chỉ cho vài người", 13, change: plan => plan with { StaysOffSite = true });
        await scene.SentAsync("Đang gửi", 1, state: BroadcastState.Running);
        await scene.SentAsync("Tạm dừng", 1, state: BroadcastState.Paused);
        await scene.SentAsync("Hủy trước khi gửi", 14, sent: 0, state: BroadcastState.Cancelled);
        await scene.SentAsync("Lâu rồi", 100);
        await scene.EndTimeAsync();

        var page = await ReadAsync(Path);

        Assert.Contains("Đã hủy giữa chừng", page, StringComparison.Ordinal);
        Assert.Contains("Lâu rồi", page, StringComparison.Ordinal);
        foreach (var absent in new[] { "Chỉ cho vài người", "Đang gửi", "Tạm dừng", "Hủy trước khi gửi" })
        {
            Assert.DoesNotContain(absent, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_message_in_one_language_is_shown_in_it_and_an_answer_that_is_gone_leads_nowhere()
    {
        await new SentScene(_house).SentAsync("Một thứ tiếng", 12, change: plan => plan with
        {
            Messages = [plan.Messages[0] with { Buttons = ["khong-con-nua"], Texts = plan.Messages[0].Texts.Where(text => text.Key == "vi").ToDictionary() }],
        });

        var english = await ReadAsync(Path + "?lang=en");

        Assert.Matches("<article [^>]*lang=\"vi\">\\s*<h3>Một thứ tiếng</h3>", english);
        Assert.DoesNotContain("khong-con-nua", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_staff_typed_runs()
    {
        await new SentScene(_house).SentAsync("<script>alert(1)</script>", 12, change: plan => plan with
        {
            Messages = [plan.Messages[0] with { Texts = plan.Messages[0].Texts.ToDictionary(text => text.Key, text => text.Value with { Markdown = "[x](javascript:alert(1)) <img src=x onerror=alert(1)>" }) }],
        });

        var page = await _site.GetStringAsync(Path, Token);

        Assert.DoesNotMatch("(?i)<script>|<img|href=.javascript", page);
    }

    [Fact]
    public async Task Ten_years_of_long_messages_are_parted_into_pages_each_of_which_weighs_little()
    {
        var scene = new SentScene(_house);
        for (var i = 0; i < 14; i++)
        {
            await scene.SentAsync($"Tin số {i:00}", 10 + (i * 30), people: 1, sent: 1, change: plan => plan with
            {
                Messages = [plan.Messages[0] with { Texts = plan.Messages[0].Texts.ToDictionary(text => text.Key, text => text.Value with { Markdown = string.Concat(Enumerable.Repeat("Được hưởng trợ cấp thất nghiệp. ", 120)) }) }],
            });
        }

        var (seen, next) = (new List<string>(), (string?)Path);
        while (next is not null)
        {
            var page = await ReadAsync(next);
            Assert.True(Encoding.UTF8.GetByteCount(page) < 48_000, $"{Encoding.UTF8.GetByteCount(page)} bytes");
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "<h3>(Tin số \\d\\d)</h3>").Select(match => match.Groups[1].Value));
            next = System.Text.RegularExpressions.Regex.Match(page, "href=\"([^\"]+)\" rel=\"next\"") is { Success: true } link ? link.Groups[1].Value : null;
        }

        Assert.Equal(Enumerable.Range(0, 14).Select(i => $"Tin số {i:00}"), seen);
        foreach (var number in new[] { "0", "99", "x", "-1" })
        {
            using var answer = await _site.GetAsync($"{Path}?trang={number}", Token);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, number);
        }
    }

    [Fact]
    public async Task With_nothing_sent_and_without_a_database_it_says_that_nothing_was_sent()
    {
        Assert.Contains("Chưa có tin nào được gửi", await ReadAsync(Path), StringComparison.Ordinal);

        await using var memory = await ConsoleHouse.WithPhrasesAsync(null);
        using var site = new HttpClient { BaseAddress = memory.Site };
        Assert.Contains("Chưa có tin nào được gửi", WebUtility.HtmlDecode(await site.GetStringAsync(Path, Token)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_by_nobody_and_sets_no_cookie()
    {
        using var answer = await _site.GetAsync(Path, Token);

        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    private async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _site.GetStringAsync(path, Token));
}
