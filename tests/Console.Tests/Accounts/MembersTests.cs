using System.Net;
using Microsoft.EntityFrameworkCore;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Tests.Accounts;

public sealed class MembersTests : IAsyncLifetime
{
    private ConsoleHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task An_admin_adds_a_counsellor_who_sets_the_password_by_a_link()
    {
        using var admin = await _house.SignInAsync(StaffRole.Admin);
        using var browser = _house.Open();

        var link = await LinkAsync(await admin.PostAsync("/nhan-su/moi", ("Name", "minh"), ("DisplayName", "Anh Minh"), ("Role", "Counsellor"), ("Topics", "other"), ("Topics", "no-such"), ("Language", "vi")));
        using var set = await browser.PostAsync(link, ("Password", ConsoleHouse.Password), ("Again", ConsoleHouse.Password));

        await using var db = await _house.OpenDbAsync();
        var minh = await db.Staff.SingleAsync(s => s.Name == "minh", TestContext.Current.CancellationToken);
        Assert.Equal(["other"], minh.Topics);
        Assert.Equal("/dang-nhap/thiet-lap", set.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, await browser.StatusAsync(link));
        Assert.Contains(await db.AuditEntries.ToListAsync(TestContext.Current.CancellationToken), line => line.Action == AuditAction.StaffAdded && line.StaffId == admin.Member!.Id && line.Id == minh.Id.ToString("D"));
    }

    [Fact]
    public async Task A_reset_ends_the_session_the_password_and_the_second_factor_at_once()
    {
        using var admin = await _house.SignInAsync(StaffRole.Admin);
        using var lost = await _house.SignInAsync(StaffRole.Editor);

        var link = await LinkAsync(await admin.PostAsync($"/nhan-su/{lost.Member!.Id:D}?handler=Reset"));

        Assert.Equal(HttpStatusCode.Redirect, await lost.StatusAsync("/"));
        Assert.Contains("không đúng", await _house.Open().GivePasswordAsync(lost.Member.Name, ConsoleHouse.Password), StringComparison.Ordinal);
        using var fresh = _house.Open();
        using var set = await fresh.PostAsync(link, ("Password", ConsoleHouse.Password), ("Again", ConsoleHouse.Password));
        Assert.Equal("/dang-nhap/thiet-lap", set.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Nobody_disables_themselves_or_changes_their_own_role()
    {
        using var admin = await _house.SignInAsync(StaffRole.Admin);
        var path = $"/nhan-su/{admin.Member!.Id:D}";

        using var disabled = await admin.PostAsync(path + "?handler=Disable");
        using var demoted = await admin.PostAsync(path + "?handler=Save", ("DisplayName", "x"), ("Role", "Editor"));

        Assert.Contains("Không được", WebUtility.HtmlDecode(await disabled.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Contains("Không được", WebUtility.HtmlDecode(await demoted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await admin.StatusAsync("/nhan-su"));
    }

    [Fact]
    public async Task Another_role_counts_with_the_next_request()
    {
        using var admin = await _house.SignInAsync(StaffRole.Admin);
        using var manager = await _house.SignInAsync(StaffRole.Manager);
        Assert.Equal(HttpStatusCode.OK, await manager.StatusAsync("/nhat-ky"));

        using var changed = await admin.PostAsync($"/nhan-su/{manager.Member!.Id:D}?handler=Save", ("DisplayName", "Chị Mai"), ("Role", "Editor"));

        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await manager.StatusAsync("/nhat-ky"));
    }

    private static async Task<string> LinkAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var at = page.IndexOf("/moi/", StringComparison.Ordinal);
            Assert.True(at > 0, page);
            return page[at..page.IndexOf('"', at)];
        }
    }
}
