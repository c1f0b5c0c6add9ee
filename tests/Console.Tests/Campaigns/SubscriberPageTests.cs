using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Staff;
using Outreach.Storage.Subscribers;

namespace Outreach.Staff.Tests.Campaigns;

public sealed class SubscriberPageTests : IAsyncLifetime
{
    private ConsoleHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public async Task Subscribers_are_counted_and_few_of_them_are_hidden()
    {
        await SubscribeAsync(40, "vi", "Bắc Ninh");
        await SubscribeAsync(21, "en", "Đồng Nai");
        await SubscribeAsync(3, "en", "Cà Mau");
        using var lan = await _house.SignInAsync(StaffRole.Campaigner);

        var page = await lan.ReadAsync("/nguoi-nhan");

        Assert.Contains("64 người", page, StringComparison.Ordinal);
        Assert.Contains("Cà Mau", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(">\\s*3\\s*<", page);
        Assert.Contains(">·</abbr>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("telegram-vi-7", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_subscribed_is_said_plainly()
    {
        using var lan = await _house.SignInAsync(StaffRole.Manager);

        Assert.Contains("Chưa có ai", await lan.ReadAsync("/nguoi-nhan"), StringComparison.Ordinal);
    }

    private async Task SubscribeAsync(int count, string language, string province)
    {
        var store = _house.Services.GetRequiredService<ISubscriberStore>();
        for (var i = 0; i < count; i++)
        {
            await store.SubscribeAsync("telegram", $"telegram-{language}-{province}-{i.ToString(CultureInfo.InvariantCulture)}", new SubscriberProfile { Language = language, Province = province, Role = "worker" }, "v1", _house.Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        }
    }
}
