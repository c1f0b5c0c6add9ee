using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Outreach.Staff.Audit;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private ConsoleHouse _house = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task The_list_goes_back_page_by_page_and_reading_it_is_a_line()
    {
        using var manager = await _house.SignInAsync(StaffRole.Manager);
        for (var i = 0; i < 60; i++)
        {
            await _house.Services.GetRequiredService<AuditTrail>().WriteAsync(AuditDraft.OfStaff(manager.Member!.Id, AuditAction.StaffChanged, Guid.NewGuid()), Token);
        }

        var newest = await manager.ReadAsync("/nhat-ky");
        var older = await manager.ReadAsync("/nhat-ky?truoc=" + newest.Split("/nhat-ky?truoc=")[1].Split('"')[0]);

        Assert.Equal(50, newest.Split("<tr>").Length - 2);
        Assert.Contains("Xem nhật ký", newest, StringComparison.Ordinal);
        Assert.Contains("Chị manager1", newest, StringComparison.Ordinal);
        Assert.Contains("Thêm tài khoản", older, StringComparison.Ordinal);
        Assert.DoesNotContain("/nhat-ky?truoc=", older, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_for_the_night_stands_first_with_its_day_and_goes_on_page_by_page()
    {
        using var manager = await _house.SignInAsync(StaffRole.Manager);
        for (var i = 0; i < 60; i++)
        {
            await _house.Services.GetRequiredService<AuditTrail>().WriteAsync(AuditDraft.OfCase(manager.Member!.Id, AuditAction.CaseClosed, Guid.NewGuid()), Token);
        }

        var first = await manager.ReadAsync("/nhat-ky");
        var second = await manager.ReadAsync("/nhat-ky?cho=" + first.Split("/nhat-ky?cho=")[1].Split('"')[0]);

        Assert.Equal(50, first.Split("chờ qua đêm").Length - 1);
        Assert.Equal(10, second.Split("chờ qua đêm").Length - 1);
        Assert.DoesNotContain("Xem nhật ký", first, StringComparison.Ordinal);
        Assert.Contains("Xem nhật ký", second, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\d\dh</td>", first);
    }

    [Fact]
    public async Task A_changed_line_of_the_first_day_is_said_too()
    {
        using var manager = await _house.SignInAsync(StaffRole.Manager);
        await _house.Services.GetRequiredService<AuditTrail>().WriteAsync(AuditDraft.OfCase(manager.Member!.Id, AuditAction.CaseRead, Guid.NewGuid()), Token);
        await using (var db = await _house.OpenDbAsync())
        {
            var line = await db.AuditWaiting.SingleAsync(Token);
            db.Entry(line).Property(e => e.StaffId).CurrentValue = Guid.NewGuid();
            await db.SaveChangesAsync(Token);
        }

        await _house.Services.GetServices<IHostedService>().OfType<AuditWatch>().Single().LookAsync(Token);

        Assert.Contains("Một dòng của ngày đầu", await manager.ReadAsync("/nhat-ky"), StringComparison.Ordinal);
        Assert.Contains(_house.Logs.Lines, line => line.Contains("first day was changed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_broken_chain_is_said_on_every_page_and_in_the_log_within_the_hour()
    {
        using var editor = await _house.SignInAsync(StaffRole.Editor);
        Assert.DoesNotContain("đã bị can thiệp", await editor.ReadAsync("/"), StringComparison.Ordinal);
        await using (var db = await _house.OpenDbAsync())
        {
            var line = await db.AuditEntries.FirstAsync(Token);
            db.Entry(line).Property(e => e.Action).CurrentValue = AuditAction.CaseClosed;
            await db.SaveChangesAsync(Token);
        }

        await _house.Services.GetServices<IHostedService>().OfType<AuditWatch>().Single().LookAsync(Token);

        Assert.Contains("đã bị can thiệp", await editor.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Contains(_house.Logs.Lines, line => line.Contains("chain is broken at line 1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_chain_that_became_shorter_is_broken_and_stays_so()
    {
        var health = new AuditHealth();
        health.Set(new AuditCheck.Whole(9));
        health.Set(new AuditCheck.Whole(7));
        health.Set(new AuditCheck.Whole(12));

        Assert.Equal(new AuditCheck.Broken(8), health.Last);
    }
}
