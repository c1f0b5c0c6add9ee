using Outreach.Content.Tests.Checks;
using Outreach.Testing.Content;

namespace Outreach.Content.Tests.Crisis;

public sealed class CrisisExamplesTests
{
    private const string Examples = """
        dangers:
          violence:
            - tối nào ổng uống rượu về em cũng bầm tay
            - ổng uống rượu về là em trốn qua hàng xóm
            - mẹ con em ôm nhau trốn ổng cả đêm
        harmless:
          - tối nay công ty có tiệc tất niên
          - tháng này lương về trễ hai ngày
          - hàng xóm hát hay quá
        """;

    [Fact]
    public void A_message_like_the_examples_is_known_without_any_phrase() =>
        Assert.Equal("violence", Sample(Examples).Snapshot().Crisis.Find("ổng uống rượu về em phải trốn cả đêm")?.Id);

    [Fact]
    public void A_message_like_the_harmless_ones_is_left_alone() =>
        Assert.Null(Sample(Examples).Snapshot().Crisis.Find("tháng này công ty có lương trễ hai ngày"));

    [Fact]
    public void An_example_of_two_words_is_an_error() =>
        Sample(Examples.Replace("mẹ con em ôm nhau trốn ổng cả đêm", "em sợ", StringComparison.Ordinal)).Only("crisis-examples.yml:5:7 Error OC060");

    [Fact]
    public void The_same_example_twice_is_an_error() =>
        Sample(Examples.Replace("hàng xóm hát hay quá", "tháng này LƯƠNG về trễ hai ngày!", StringComparison.Ordinal)).Only("crisis-examples.yml:9:5 Error OC061");

    [Fact]
    public void Examples_of_an_unknown_danger_are_an_error() =>
        Sample(Examples.Replace("violence:", "violense:", StringComparison.Ordinal)).Only("crisis-examples.yml:2:3 Error OC039");

    private static SampleContent Sample(string examples) => new SampleContent().With("crisis-examples.yml", examples);
}
