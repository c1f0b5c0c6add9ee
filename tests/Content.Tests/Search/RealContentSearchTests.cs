using Outreach.Content.Loading;
using Outreach.Content.Search;

namespace Outreach.Content.Tests.Search;

/// <summary>The floor under which the answers in the repository may not fall when somebody changes the search, an answer or a synonym.</summary>
public sealed class RealContentSearchTests
{
    /// <summary>One index is built for each; a few tell enough.</summary>
    private const int MaxLeftOut = 6;

    private static readonly Lazy<ContentSnapshot> Snapshot = new(() => ContentCompiler
        .Compile(ContentFolder.Read(Path.Combine(Repository(), "content")), new DateOnly(2026, 11, 21))
        .SnapshotOver(ContentSnapshot.Empty("")));

    [Theory]
    [InlineData(Languages.Vietnamese)]
    [InlineData(Languages.English)]
    public void Nearly_every_phrasing_finds_its_own_answer_first(string language)
    {
        var index = Snapshot.Value.In(language).Search;

        var missed = Entries(language)
            .SelectMany(e => e.Variants.Prepend(e.Question), (e, phrasing) => (e.Id, phrasing, found: index.Find(phrasing)))
            .Where(p => p.found.Band == SearchBand.None || p.found.Hits[0].Id != p.Id)
            .ToArray();

        const double allowed = 0.03;
        Assert.True(missed.Length <= allowed * Entries(language).Sum(e => e.Variants.Count + 1), string.Join('\n', missed));
    }

    [Fact]
    public void A_phrasing_nobody_wrote_down_mostly_finds_its_answer_among_the_first_three()
    {
        var entries = Entries(Languages.Vietnamese);
        var (asked, first, shown) = (0, 0, 0);
        for (var left = 0; left < MaxLeftOut; left++)
        {
            var without = entries.Select(e => e with { Variants = [.. e.Variants.Where((_, i) => i != left)] });
            var index = SearchIndex.Build(without, Snapshot.Value.Synonyms);
            foreach (var entry in entries.Where(e => e.Variants.Count > left))
            {
                var ids = index.Find(entry.Variants[left]).Hits.Select(h => h.Id).Take(3).ToArray();
                asked++;
                first += ids.FirstOrDefault() == entry.Id ? 1 : 0;
                shown += ids.Contains(entry.Id) ? 1 : 0;
            }
        }

        // The variants of an answer are meant to differ, so that one left out is harder than what people send.
        Assert.InRange((double)first / asked, 0.70, 1);
        Assert.InRange((double)shown / asked, 0.92, 1);
    }

    [Theory]
    [InlineData(Languages.Vietnamese, "nghi viec bao lau thi dc lanh bhtn", "bhtn-dieu-kien-huong")]
    [InlineData(Languages.Vietnamese, "nghi viec bao lau dc lanh bhtn", "bhtn-dieu-kien-huong")]
    [InlineData(Languages.Vietnamese, "rut bhxh 1 lan can gi", "bhxh-1-lan-ho-so")]
    [InlineData(Languages.Vietnamese, "lương tối thiểu vùng 1 bao nhiêu", "luong-toi-thieu")]
    [InlineData(Languages.Vietnamese, "cty giữ cccd gốc của em có đúng k", "hdld-giu-giay-to-dat-coc")]
    [InlineData(Languages.Vietnamese, "quoc khanh dc nghi may ngay", "nghi-le-tet")]
    [InlineData(Languages.Vietnamese, "đóng 4 năm muốn rút bảo hiểm một cục được bao nhiêu", "bhxh-1-lan-muc-huong")]
    [InlineData(Languages.English, "how much notice do I have to give before quitting", "nghi-viec-bao-truoc")]
    [InlineData(Languages.English, "what is the minimum wage in region 2", "luong-toi-thieu")]
    [InlineData(Languages.English, "how many months of maternity leave", "thai-san-thoi-gian-nghi")]
    public void What_people_ask_most_is_answered_at_once(string language, string text, string id)
    {
        var found = Snapshot.Value.In(language).Search.Find(text);

        Assert.Equal(SearchBand.Answer, found.Band);
        Assert.Equal(id, found.Hits[0].Id);
    }

    [Theory]
    [InlineData("hôm nay trời mưa không")]
    [InlineData("kết quả xổ số miền nam")]
    [InlineData("cách nấu bún bò huế")]
    [InlineData("chào buổi sáng cả nhà")]
    [InlineData("hát một bài đi")]
    [InlineData("vượt đèn đỏ phạt bao nhiêu")]
    [InlineData("tranh chấp đất đai với hàng xóm")]
    [InlineData("đau răng quá")]
    [InlineData("bán iphone cũ giá rẻ")]
    [InlineData("xem tử vi tuổi tý")]
    public void What_the_library_is_not_about_is_never_answered(string text)
    {
        Assert.NotEqual(SearchBand.Answer, Snapshot.Value.In(Languages.Vietnamese).Search.Find(text).Band);
    }

    [Theory]
    [InlineData("thủ tục ly hôn", "thủ tục li hôn")]
    [InlineData("giay ket hon", "giay kết hôn")]
    public void Marriage_and_divorce_are_not_read_as_the_southern_no(string text, string read)
    {
        Assert.Equal(read, new QueryNormalizer(Snapshot.Value.Synonyms).Normalize(text));
    }

    private static SearchEntry[] Entries(string language) => Snapshot.Value.In(language).Search.Tables.Entries;

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outreach.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("These tests run from within the repository.");
    }
}
