using Outreach.Content.Search;
using Outreach.Content.Shared;

namespace Outreach.Content.Tests.Search;

/// <summary>A small library of answers, large enough for rivals.</summary>
internal static class Given
{
    public static readonly SynonymTable SomeSynonyms = Synonyms(
        [["hưởng", "lãnh", "lĩnh"], ["tăng ca", "làm thêm giờ"]],
        ("bhtn", ["bảo hiểm thất nghiệp"]), ("tctn", ["trợ cấp thất nghiệp"]), ("bhxh", ["bảo hiểm xã hội"]), ("bhyt", ["bảo hiểm y tế"]),
        ("bh", ["bảo hiểm", "bao giờ"]), ("dc", ["được"]), ("ko", ["không"]), ("k", ["không"]), ("cty", ["công ty"]), ("bn", ["bao nhiêu"]),
        ("dk", ["điều kiện", "đăng ký"]), ("ạ", [""]));

    public static readonly SearchEntry[] Entries =
    [
        Entry("that-nghiep-dieu-kien", "Nghỉ việc thì khi nào được hưởng trợ cấp thất nghiệp?", "Đóng đủ 12 tháng trong 24 tháng.",
            "đk hưởng bhtn", "đóng bảo hiểm bao lâu thì được lãnh thất nghiệp", "lam 1 nam nghi co that nghiep khong", "bao lâu mới được hưởng bhtn"),
        Entry("that-nghiep-muc", "Trợ cấp thất nghiệp được bao nhiêu tiền, mấy tháng?", "Bằng 60% mức lương bình quân 6 tháng.",
            "mức hưởng bhtn", "lãnh thất nghiệp một tháng bao nhiêu tiền", "cach tinh tien that nghiep", "tối đa mấy tháng thất nghiệp"),
        Entry("that-nghiep-ho-so", "Làm hồ sơ hưởng trợ cấp thất nghiệp ở đâu, cần giấy gì?", "Nộp tại trung tâm dịch vụ việc làm.",
            "hồ sơ bhtn gồm những gì", "nộp giấy thất nghiệp ở đâu", "thu tuc lam that nghiep", "nộp bhtn trong bao nhiêu ngày"),
        Entry("rut-mot-lan", "Khi nào được rút bảo hiểm xã hội một lần?", "Sau 12 tháng không đóng.",
            "rút bhxh 1 lần", "điều kiện rút bảo hiểm một cục", "nghi viec bao lau rut duoc bao hiem", "rút bảo hiểm một lần được không"),
        Entry("tang-ca-tien", "Tăng ca, làm chủ nhật, làm ngày lễ được trả bao nhiêu?", "Ít nhất 150%, 200%, 300%.",
            "tiền tăng ca tính sao", "làm thêm giờ ngày lễ nhân mấy", "tang ca ban dem duoc bao nhieu phan tram", "làm chủ nhật mấy phần trăm"),
        Entry("cham-luong", "Công ty chậm lương, nợ lương thì làm gì?", "Công ty phải trả thêm lãi khi chậm từ 15 ngày.",
            "cty nợ lương 2 tháng", "chu khong tra luong", "bị quỵt lương thì kiện ở đâu", "trễ lương có được đền không"),
        Entry("thai-san-bao-lau", "Đóng bảo hiểm bao lâu thì được hưởng thai sản?", "Đủ 6 tháng trong 12 tháng trước khi sinh.",
            "điều kiện hưởng thai sản", "dong 6 thang co duoc thai san khong", "sinh con được hưởng bảo hiểm không", "bầu 3 tháng mới đóng bảo hiểm"),
        Entry("tien-coc-tro", "Chủ trọ không trả tiền cọc thì làm sao?", "Đòi bằng văn bản, rồi nhờ ủy ban hòa giải.",
            "chủ trọ giữ tiền cọc", "don di chu tro khong tra coc", "lấy lại tiền cọc phòng trọ", "mất cọc phòng trọ"),
    ];

    private static readonly Lazy<SearchIndex> Shared = new(() => SearchIndex.Build(Entries, SomeSynonyms));

    public static SearchIndex Index => Shared.Value;

    /// <summary>A content with these answers and nothing else.</summary>
    public static ContentSnapshot Content { get; } = Make();

    public static SearchEntry Entry(string id, string question, string body, params string[] variants) =>
        new() { Id = id, Question = question, Variants = variants, Title = "", Body = body };

    public static SynonymTable Synonyms(params (string Typed, string[] Meant)[] expansions) => Synonyms([], expansions);

    public static SynonymTable Synonyms(string[][] equivalents, params (string Typed, string[] Meant)[] expansions) =>
        new(expansions.ToDictionary(e => e.Typed, e => (IReadOnlyList<string>)e.Meant, StringComparer.Ordinal), equivalents);

    private static ContentSnapshot Make()
    {
        var empty = ContentSnapshot.Empty("");
        var local = new LocalContent
        {
            Language = Languages.Vietnamese,
            Answers = Entries.ToDictionary(
                e => e.Id, e => AnAnswer.To(e.Id) with { Question = e.Question, Variants = e.Variants, Topic = "bhxh" }, StringComparer.Ordinal),
            Pages = empty.In(Languages.Vietnamese).Pages,
            StaffPages = empty.In(Languages.Vietnamese).StaffPages,
            Replies = empty.In(Languages.Vietnamese).Replies,
            Campaigns = empty.In(Languages.Vietnamese).Campaigns,
            Phrases = empty.In(Languages.Vietnamese).Phrases,
            Search = Index,
        };
        return new ContentSnapshot
        {
            Version = "1",
            Organisation = "",
            Synonyms = SomeSynonyms,
            Topics = [],
            Hotlines = empty.Hotlines,
            Partners = empty.Partners,
            Figures = empty.Figures,
            Months = [],
            Events = [],
            Holidays = HolidayTable.Empty,
            Provinces = ProvinceTable.Empty,
            Crisis = empty.Crisis,
            Languages = new Dictionary<string, LocalContent>(empty.Languages, StringComparer.Ordinal) { [Languages.Vietnamese] = local },
            Issues = [],
        };
    }
}
