using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

public sealed class SearchRobustnessTests
{
    public static TheoryData<string> Odd => new(
        new string('a', 10_000),
        string.Concat(Enumerable.Repeat("nghỉ việc ", 1_000)),
        string.Concat(Enumerable.Repeat("xqzt thaatss ", 800)),
        string.Concat(Enumerable.Repeat("😭", 2_000)),
        new string(' ', 10_000),
        new string('\u0301', 10_000),
        "\u202E\u2066nghỉ việc\u2069",
        "\ud83d",
        "\0\u0001",
        "'; DROP TABLE answers; --",
        "الحد الأدنى للأجور 最低工资 минимальная",
        "nghỉ việc được hưởng gì".Normalize(NormalizationForm.FormD));

    [Theory]
    [MemberData(nameof(Odd))]
    public void Whatever_is_sent_there_is_a_result(string text)
    {
        var found = Given.Index.Find(text);

        Assert.InRange(found.Confidence, 0, 1);
        Assert.True(found.Hits.Count <= SearchIndex.MaxHits);
    }

    [Fact]
    public void Any_text_at_all_has_a_result_and_always_the_same()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            var once = Given.Index.Find(text ?? "");
            var again = Given.Index.Find(text ?? "");
            return once.Hits.SequenceEqual(again.Hits) && once.Confidence.Equals(again.Confidence) && once.Band == again.Band;
        }));
    }

    [Fact]
    public void An_index_built_again_gives_the_same_results()
    {
        var other = SearchIndex.Build(Given.Entries, Given.SomeSynonyms);

        foreach (var question in Given.Entries.SelectMany(e => e.Variants))
        {
            Assert.Equal(Given.Index.Find(question).Hits, other.Find(question).Hits);
        }
    }

    [Fact]
    public async Task Many_at_once_get_what_one_gets()
    {
        var questions = Given.Entries.SelectMany(e => e.Variants).ToArray();
        var alone = questions.Select(q => Given.Index.Find(q).Confidence).ToArray();

        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => questions.Select(q => Given.Index.Find(q).Confidence).ToArray(), TestContext.Current.CancellationToken)));

        Assert.All(together, each => Assert.Equal(alone, each));
    }

    [Fact]
    public void A_search_leaves_little_behind()
    {
        const string question = "em nghi viec roi thi lanh that nghiep duoc bao nhieu tien mot thang";
        const int rounds = 200;
        const int allowedBytes = 16_000;
        Given.Index.Find(question);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < rounds; i++)
        {
            Given.Index.Find(question);
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / rounds, 0, allowedBytes);
    }
}
