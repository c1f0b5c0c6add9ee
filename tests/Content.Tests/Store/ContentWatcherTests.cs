using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Outreach.Content.Store;
using Outreach.Testing;
using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Store;

public sealed class ContentWatcherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("watch-").FullName;
    private readonly SampleContent _content = new();

    /// <summary>Ten seconds before midnight in Vietnam.</summary>
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 16, 59, 50, TimeSpan.Zero));

    private readonly ContentStore _store;
    private readonly ContentWatcher _watcher;
    private int _swaps;

    public ContentWatcherTests()
    {
        _content.WriteTo(_folder);
        _store = new ContentStore(Options.Create(new ContentOptions { Path = _folder }), _clock, NullLogger<ContentStore>.Instance);
        _store.Changed += (_, _) => _swaps++;
        _watcher = new ContentWatcher(_store, _clock, NullLogger<ContentStore>.Instance);
    }

    public void Dispose()
    {
        _watcher.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task An_edit_is_served_within_two_seconds()
    {
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Edit("Tiền");

        Pass(TimeSpan.FromSeconds(2));

        Assert.StartsWith("Tiền", _store.Current.In("vi").Answers["bhtn-muc-huong"].Question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_burst_of_saves_makes_one_reload()
    {
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 5; i++)
        {
            Edit($"Lần {i}:");
            _watcher.Touch();
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(1, _swaps);
        Assert.StartsWith("Lần 4:", _store.Current.In("vi").Answers["bhtn-muc-huong"].Question, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saves_without_end_do_not_put_the_reload_off_for_ever()
    {
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(5));
        for (var i = 0; i < 20; i++)
        {
            Edit($"Lần {i}:");
            _watcher.Touch();
            _clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.InRange(_swaps, 1, 4);
    }

    [Fact]
    public async Task A_new_day_has_the_terms_judged_anew()
    {
        _content.Replace(Answer, "review_by: 2027-05-20", "review_by: 2026-11-21").WriteTo(_folder);
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
        Pass(TimeSpan.FromSeconds(9));
        Assert.Empty(_store.Status.Issues);

        Pass(TimeSpan.FromSeconds(3));

        Assert.Equal("OC018", Assert.Single(_store.Status.Issues).Code);
    }

    [Fact]
    public async Task After_a_stop_nothing_is_read_any_more()
    {
        await _watcher.StartAsync(TestContext.Current.CancellationToken);
        await _watcher.StopAsync(TestContext.Current.CancellationToken);
        Edit("Tiền");

        Pass(TimeSpan.FromSeconds(5));

        Assert.Equal(0, _swaps);
        Assert.Equal(0, _clock.WaitingTimers);
    }

    [Fact]
    public void A_stamp_changes_with_every_way_a_file_can_change()
    {
        var stamps = new HashSet<long> { FolderStamp.Of(_folder) };

        File.AppendAllText(Path.Combine(_folder, OtherAnswer), "x");
        Assert.True(stamps.Add(FolderStamp.Of(_folder)), "written");
        File.Move(Path.Combine(_folder, OtherAnswer), Path.Combine(_folder, "vi/faq/bhxh/b.md"));
        Assert.True(stamps.Add(FolderStamp.Of(_folder)), "renamed");
        File.Delete(Path.Combine(_folder, "vi/faq/bhxh/b.md"));
        Assert.True(stamps.Add(FolderStamp.Of(_folder)), "deleted");
        Assert.False(stamps.Add(FolderStamp.Of(_folder)), "left alone");
    }

    private void Edit(string question)
    {
        var text = new SampleContent().Replace(OtherAnswer, "question: Trợ cấp", $"question: \"{question} Trợ cấp").Text(OtherAnswer);
        _content.With(OtherAnswer, text.Replace("bao nhiêu?\n", "bao nhiêu?\"\n", StringComparison.Ordinal)).WriteTo(_folder);
    }

    /// <summary>In steps, as timers set others.</summary>
    private void Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMilliseconds(50))
        {
            _clock.Advance(TimeSpan.FromMilliseconds(50));
        }
    }
}
