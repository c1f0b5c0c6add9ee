using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Frame;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Tests.Accounts;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Wrong = "Tên đăng nhập hoặc mật khẩu không đúng.";
    private ConsoleHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_first_account_is_made_by_a_link_that_works_once_and_sets_up_the_second_factor()
    {
        var first = _house.Services.GetRequiredService<FirstAccount>();
        var (link, file) = (await first.OfferAsync("http://here", TestContext.Current.CancellationToken))!.Value;
        var path = new Uri(link).AbsolutePath;
        using var browser = _house.Open();

        using var made = await browser.PostAsync(path, ("Name", "lan"), ("DisplayName", "Chị Lan"), ("Password", ConsoleHouse.Password), ("Again", ConsoleHouse.Password));
        Assert.Equal("/dang-nhap/thiet-lap", made.Headers.Location!.OriginalString);
        Assert.Contains("<svg", await browser.ReadAsync("/dang-nhap/thiet-lap"), StringComparison.Ordinal);
        await using var db = await _house.OpenDbAsync();
        var admin = await db.Staff.SingleAsync(TestContext.Current.CancellationToken);
        using var codes = await browser.PostAsync("/dang-nhap/thiet-lap", ("Code", await _house.CodeAsync(admin.Id)));

        Assert.Equal(StaffRole.Admin, admin.Role);
        Assert.Equal(RecoveryCodes.Count, (await codes.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("<li class=\"code\">").Length - 1);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(path));
        Assert.False(File.Exists(file));
        Assert.Null(await first.OfferAsync("http://here", TestContext.Current.CancellationToken));
        Assert.DoesNotContain(_house.Logs.Lines, line => line.Contains(path.Split('/')[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_link_to_the_first_account_is_kept_from_others_and_ends_after_a_day()
    {
        var (link, file) = (await _house.Services.GetRequiredService<FirstAccount>().OfferAsync("http://here", TestContext.Current.CancellationToken))!.Value;
        using var browser = _house.Open();

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(link, (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Trim());
        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync(new Uri(link).AbsolutePath));
        _house.Clock.Advance(TimeSpan.FromHours(24));
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(new Uri(link).AbsolutePath));
    }

    [Fact]
    public async Task A_wrong_password_an_unknown_name_and_a_disabled_account_get_the_same_answer()
    {
        await _house.AddAsync(StaffRole.Admin);
        var disabled = await _house.AddAsync(StaffRole.Editor);
        await ChangeAsync(disabled.Id, member => member.Disabled = true);
        var known = await _house.AddAsync(StaffRole.Editor);
        using var browser = _house.Open();

        Assert.Contains(Wrong, await browser.GivePasswordAsync(known.Name, "không phải mật khẩu"), StringComparison.Ordinal);
        Assert.Contains(Wrong, await browser.GivePasswordAsync("nobody", "không phải mật khẩu"), StringComparison.Ordinal);
        Assert.Contains(Wrong, await browser.GivePasswordAsync(disabled.Name, ConsoleHouse.Password), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_five_failures_a_name_waits_whether_there_is_such_a_member_or_not(bool known)
    {
        var name = known ? (await _house.AddAsync(StaffRole.Editor)).Name : "nobody";
        using var browser = _house.Open();
        for (var i = 0; i < 5; i++)
        {
            Assert.Contains(Wrong, await browser.GivePasswordAsync(name, "không phải mật khẩu"), StringComparison.Ordinal);
        }

        Assert.Contains("Đã sai nhiều lần", await browser.GivePasswordAsync(name, ConsoleHouse.Password), StringComparison.Ordinal);
        _house.Clock.Advance(TimeSpan.FromSeconds(16));
        Assert.DoesNotContain("Đã sai nhiều lần", await browser.GivePasswordAsync(name, ConsoleHouse.Password), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_cannot_be_guessed_without_end_by_who_has_the_password()
    {
        using var signedIn = await _house.SignInAsync(StaffRole.Editor);
        using var thief = _house.Open();
        await thief.GivePasswordAsync(signedIn.Member!.Name, ConsoleHouse.Password);

        var answers = new List<string>();
        for (var i = 0; i < 6; i++)
        {
            using var answer = await thief.PostAsync("/dang-nhap/ma-xac-thuc", ("Code", "000000"));
            answers.Add(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Assert.Contains("Mã không đúng", answers[0], StringComparison.Ordinal);
        Assert.Contains("Đã sai nhiều lần", answers[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        using var signedIn = await _house.SignInAsync(StaffRole.Editor);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = await _house.CodeAsync(signedIn.Member!.Id);
        using var one = _house.Open();
        using var two = _house.Open();
        await one.GivePasswordAsync(signedIn.Member.Name, ConsoleHouse.Password);
        await two.GivePasswordAsync(signedIn.Member.Name, ConsoleHouse.Password);

        using var first = await one.PostAsync("/dang-nhap/ma-xac-thuc", ("Code", code));
        using var again = await two.PostAsync("/dang-nhap/ma-xac-thuc", ("Code", code));

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await one.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Redirect, await two.StatusAsync("/"));
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var member = await _house.AddAsync(StaffRole.Editor);
        using var browser = _house.Open();
        await browser.GivePasswordAsync(member.Name, ConsoleHouse.Password);
        await browser.ReadAsync("/dang-nhap/thiet-lap");
        using var shown = await browser.PostAsync("/dang-nhap/thiet-lap", ("Code", await _house.CodeAsync(member.Id)));
        var code = (await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("<li class=\"code\">")[1].Split('<')[0];

        using var lost = _house.Open();
        await lost.GivePasswordAsync(member.Name, ConsoleHouse.Password);
        using var used = await lost.PostAsync("/dang-nhap/ma-du-phong", ("Code", code.ToUpperInvariant()));
        using var thief = _house.Open();
        await thief.GivePasswordAsync(member.Name, ConsoleHouse.Password);
        using var again = await thief.PostAsync("/dang-nhap/ma-du-phong", ("Code", code));

        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await lost.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusAsync("/"));
    }

    [Fact]
    public async Task Half_an_hour_without_a_request_ends_a_session_and_what_a_page_asks_by_itself_does_not_count()
    {
        using var awake = await _house.SignInAsync(StaffRole.Editor);
        using var asleep = await _house.SignInAsync(StaffRole.Editor);
        for (var i = 0; i < 3; i++)
        {
            _house.Clock.Advance(TimeSpan.FromMinutes(16));
            await awake.StatusAsync("/");
            await asleep.StatusAsync("/", quiet: true);
        }

        Assert.Equal(HttpStatusCode.OK, await awake.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Redirect, await asleep.StatusAsync("/"));
    }

    [Fact]
    public async Task No_session_lasts_longer_than_ten_hours()
    {
        using var browser = await _house.SignInAsync(StaffRole.Editor);
        for (var passed = TimeSpan.Zero; passed < StaffSchemes.Longest - TimeSpan.FromMinutes(20); passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/tai-khoan/ma-du-phong"));
            _house.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal(HttpStatusCode.OK, await browser.StatusAsync("/"));
        _house.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Redirect, await browser.StatusAsync("/"));
    }

    [Fact]
    public async Task Signing_out_everywhere_and_being_disabled_end_sessions_that_are_open()
    {
        using var here = await _house.SignInAsync(StaffRole.Editor);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        using var there = _house.Open();
        await there.GivePasswordAsync(here.Member!.Name, ConsoleHouse.Password);
        using var both = await there.PostAsync("/dang-nhap/ma-xac-thuc", ("Code", await _house.CodeAsync(here.Member.Id)));
        Assert.Equal(HttpStatusCode.OK, await there.StatusAsync("/"));

        using var everywhere = await here.PostAsync("/tai-khoan?handler=Everywhere");

        Assert.Equal(HttpStatusCode.Redirect, await here.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Redirect, await there.StatusAsync("/"));
    }

    [Fact]
    public async Task A_new_password_keeps_this_session_and_ends_the_others()
    {
        const string Fresh = "năm quả bưởi rơi xuống sông";
        using var here = await _house.SignInAsync(StaffRole.Editor);
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        using var there = _house.Open();
        await there.GivePasswordAsync(here.Member!.Name, ConsoleHouse.Password);
        using var both = await there.PostAsync("/dang-nhap/ma-xac-thuc", ("Code", await _house.CodeAsync(here.Member.Id)));

        using var changed = await here.PostAsync("/tai-khoan/mat-khau", ("Current", ConsoleHouse.Password), ("Password", Fresh), ("Again", Fresh));

        Assert.Equal("/tai-khoan", changed.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, await here.StatusAsync("/"));
        Assert.Equal(HttpStatusCode.Redirect, await there.StatusAsync("/"));
    }

    [Fact]
    public async Task After_signing_in_one_goes_to_a_page_of_ours_alone()
    {
        Assert.Equal("/nhan-su/moi?a=1", LocalPath.Of("/nhan-su/moi?a=1"));
        Assert.All(["//example.org", "/\\example.org", "https://example.org", "", null, "/a\nb"], path => Assert.Equal("/", LocalPath.Of(path)));
        using var browser = _house.Open();
        using var asked = await browser.GetAsync("/nhat-ky?truoc=5");
        Assert.Equal("/dang-nhap?ve=%2Fnhat-ky%3Ftruoc%3D5", asked.Headers.Location!.OriginalString);
    }

    private async Task ChangeAsync(Guid id, Action<StaffMember> change)
    {
        await using var db = await _house.OpenDbAsync();
        change(await db.Staff.SingleAsync(s => s.Id == id));
        await db.SaveChangesAsync();
    }
}
