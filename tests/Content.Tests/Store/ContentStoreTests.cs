using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Outreach.Content.Store;
using Outreach.Testing;
using Outreach.Testing.Content;
using static Outreach.Testing.Content.SampleContent;

namespace Outreach.Content.Tests.Store;

public sealed class ContentStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("store-").FullName;
    private readonly SampleContent _content = new();
    private readonly HandMovedClock _clock = new(new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero));

    private string Folder => Path.Combine(_root, "content");

    private string LastGood => Path.Combine(_root, "last-good");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Content_without_faults_is_served_and_good()
    {
        var store = Start();

        Assert.Equal(ContentState.Good, store.Status.State);
        Assert.Equal(2, store.Current.In("vi").Answers.Count);
        Assert.Equal(2, store.Current.In("en").Answers.Count);
        Assert.Equal(2, store.Current.Hotlines.Count);
    }

    [Fact]
    public void A_broken_file_keeps_its_last_good_version_and_the_others_are_swapped_in()
    {
        var store = Start();
        _content.Replace(Answer, "question: Khi nào", "question: Bao giờ").Replace(Answer, "{{hotline:bhxh-viet-nam}}", "{{khong-co}}");
        _content.Replace(OtherAnswer, "question: Trợ cấp", "question: Tiền");

        var result = Save(store);

        Assert.IsType<ReloadResult.Swapped>(result);
        Assert.Equal(ContentState.Degraded, store.Status.State);
        Assert.StartsWith("Khi nào", store.Current.In("vi").Answers["bhtn-dieu-kien"].Question, StringComparison.Ordinal);
        Assert.StartsWith("Tiền", store.Current.In("vi").Answers["bhtn-muc-huong"].Question, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_without_a_good_version_is_left_out()
    {
        _content.Replace(Answer, "{{hotline:bhxh-viet-nam}}", "{{khong-co}}");

        var store = Start();

        Assert.Equal(["bhtn-muc-huong"], store.Current.In("vi").Answers.Keys);
    }

    [Fact]
    public void A_mended_file_is_served_again()
    {
        _content.Replace(Answer, "{{hotline:bhxh-viet-nam}}", "{{khong-co}}");
        var store = Start();
        _content.Replace(Answer, "{{khong-co}}", "{{hotline:bhxh-viet-nam}}");

        Save(store);

        Assert.Equal(ContentState.Good, store.Status.State);
        Assert.Contains("bhtn-dieu-kien", store.Current.In("vi").Answers.Keys);
    }

    [Theory]
    [InlineData("topics.yml", "- id: lao-dong", "- id: Lao Động")]
    [InlineData("hotlines.yml", "number: 1900 9068", "number: gọi đi")]
    [InlineData("figures.yml", "from: 2026-01-01", "from: 2026-01-02")]
    [InlineData("crisis.yml", "kind: violence", "kind: x")]
    public void A_fault_in_what_all_share_keeps_the_whole_old_snapshot(string file, string old, string fresh)
    {
        var store = Start();
        var before = store.Current;
        _content.Replace(file, old, fresh).Replace(OtherAnswer, "question: Trợ cấp", "question: Tiền");

        var result = Save(store);

        Assert.IsType<ReloadResult.Refused>(result);
        Assert.Same(before, store.Current);
        Assert.Equal(ContentState.Degraded, store.Status.State);
        Assert.Contains(store.Status.Issues, i => i.File == file);
    }

    [Theory]
    [InlineData("synonyms.yml", "[hưởng, lãnh, lĩnh]", "[hưởng]")]
    [InlineData("calendar.yml", "month: 1", "month: 0")]
    [InlineData("vi/phrases.yml", "hello:", "hello: a\nhello:")]
    public void A_fault_in_another_list_keeps_that_list_and_takes_the_rest(string file, string old, string fresh)
    {
        var store = Start();
        _content.Replace(file, old, fresh).Replace(OtherAnswer, "question: Trợ cấp", "question: Tiền");

        Save(store);

        Assert.StartsWith("Tiền", store.Current.In("vi").Answers["bhtn-muc-huong"].Question, StringComparison.Ordinal);
        Assert.Single(store.Current.Synonyms.Equivalents);
        Assert.Single(store.Current.Months);
        Assert.Equal("Xin chào, đây là Công đoàn mẫu.", store.Current.In("vi").Phrases.Get("hello"));
    }

    [Fact]
    public void A_warning_never_blocks()
    {
        var store = Start();
        _content.Without(EnglishAnswer);

        Save(store);

        Assert.Equal(ContentState.Good, store.Status.State);
        Assert.Single(store.Current.In("en").Answers);
    }

    [Fact]
    public void A_figure_taken_away_leaves_the_answers_that_use_it_with_their_old_value()
    {
        var store = Start();
        var rows = _content.Text("figures.yml");
        _content.With("figures.yml", rows[..rows.IndexOf("  - id: ty-le-dong", StringComparison.Ordinal)]);

        Save(store);

        var answer = store.Current.In("vi").Answers["bhtn-muc-huong"];
        Assert.True(store.Current.MayServe(answer, Day));
        Assert.Equal(2, store.Current.Figures.Ids.Count());
    }

    [Fact]
    public void An_answer_whose_hotline_is_no_longer_verified_is_never_served_with_it()
    {
        _content.Replace(OtherAnswer, "hotline: bhxh-viet-nam", "hotline: cong-an");
        var store = Start();
        _content.Replace("hotlines.yml", "source: Số khẩn cấp\n  verified: 2026-11-20", "source: Số khẩn cấp");

        Save(store);

        Assert.DoesNotContain("cong-an", store.Current.Hotlines.Keys);
        Assert.Equal(["bhtn-dieu-kien"], store.Current.In("vi").Answers.Keys);
    }

    [Fact]
    public void A_crisis_list_that_is_gone_still_finds_people_in_danger()
    {
        var store = Start();
        _content.Without("crisis.yml");

        Save(store);

        Assert.Equal("violence", store.Current.Crisis.Find("em bị đánh")?.Id);
    }

    [Fact]
    public void A_folder_that_vanishes_leaves_what_was_served()
    {
        var store = Start();
        var before = store.Current;
        Directory.Delete(Folder, recursive: true);

        store.Reload();

        Assert.Same(before, store.Current);
        Assert.Equal(ContentState.Missing, store.Status.State);
    }

    [Fact]
    public void Unchanged_files_are_not_swapped_in_again()
    {
        var store = Start();
        var before = store.Current;

        var result = store.Reload();

        Assert.IsType<ReloadResult.Unchanged>(result);
        Assert.Same(before, store.Current);
    }

    [Fact]
    public void A_swap_is_told_to_who_asked()
    {
        var store = Start();
        var told = 0;
        store.Changed += (_, _) => told++;
        _content.Replace(OtherAnswer, "question: Trợ cấp", "question: Tiền");

        Save(store);

        Assert.Equal(1, told);
    }

    [Fact]
    public void A_start_with_a_broken_file_serves_the_version_kept_on_disk()
    {
        Start();
        _content.Replace(Answer, "question: Khi nào", "question: Bao giờ").Replace(Answer, "{{hotline:bhxh-viet-nam}}", "{{khong-co}}");

        var store = Start();

        Assert.StartsWith("Khi nào", store.Current.In("vi").Answers["bhtn-dieu-kien"].Question, StringComparison.Ordinal);
    }

    [Fact]
    public void A_start_with_broken_topics_serves_all_that_was_kept_on_disk()
    {
        Start();
        _content.With("topics.yml", "\t{");

        var store = Start();

        Assert.Equal(ContentState.Degraded, store.Status.State);
        Assert.Equal(2, store.Current.In("vi").Answers.Count);
        Assert.Contains("bhxh-viet-nam", store.Current.Hotlines.Keys);
    }

    [Fact]
    public void A_start_without_the_folder_serves_all_that_was_kept_on_disk()
    {
        Start();
        Directory.Delete(Folder, recursive: true);

        var store = New();

        Assert.Equal(ContentState.Missing, store.Status.State);
        Assert.Equal("1900 9068", store.Current.Hotlines["bhxh-viet-nam"].Number);
    }

    [Fact]
    public void What_was_taken_out_on_purpose_does_not_come_back_at_the_next_start()
    {
        var store = Start();
        _content.Without(OtherAnswer).Replace(Answer, "[bhtn-muc-huong]", "[]");
        _content.Without("en/faq/bhxh/bhtn-muc-huong.md").Replace(EnglishAnswer, "[bhtn-muc-huong]", "[]");
        Save(store);
        Directory.Delete(Folder, recursive: true);

        var again = New();

        Assert.Equal(["bhtn-dieu-kien"], again.Current.In("vi").Answers.Keys);
    }

    [Fact]
    public void Without_a_place_to_keep_content_nothing_is_written()
    {
        _content.WriteTo(Folder);

        New(lastGood: null);

        Assert.Equal([Folder], Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void The_day_begins_at_midnight_of_the_organisations_zone()
    {
        var store = Start();

        _clock.AdvanceTo(new DateTimeOffset(2026, 11, 21, 16, 59, 59, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 11, 21), store.Today);

        _clock.AdvanceTo(new DateTimeOffset(2026, 11, 21, 17, 0, 0, TimeSpan.Zero));
        Assert.Equal(new DateOnly(2026, 11, 22), store.Today);
    }

    private ContentStore Start()
    {
        _content.WriteTo(Folder);
        return New();
    }

    private ContentStore New() => New(LastGood);

    private ContentStore New(string? lastGood) =>
        new(Options.Create(new ContentOptions { Path = Folder, LastGoodPath = lastGood, Organisation = "Công đoàn mẫu" }), _clock, NullLogger<ContentStore>.Instance);

    private ReloadResult Save(ContentStore store)
    {
        _content.WriteTo(Folder);
        return store.Reload();
    }

    [Fact]
    public void An_edit_in_one_language_leaves_the_index_of_the_other_as_it_is()
    {
        var before = new SampleContent().Snapshot();

        var after = new SampleContent().Replace(SampleContent.Answer, "Nộp hồ sơ", "Gửi hồ sơ").Compile().SnapshotOver(before);
        var other = new SampleContent().Replace("synonyms.yml", "k: không", "kg: không").Compile().SnapshotOver(before);

        Assert.NotSame(before.In(Languages.Vietnamese).Search, after.In(Languages.Vietnamese).Search);
        Assert.Same(before.In(Languages.English).Search, after.In(Languages.English).Search);
        Assert.NotSame(before.In(Languages.English).Search, other.In(Languages.English).Search);
    }
}
