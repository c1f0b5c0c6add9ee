using System.Text;
using Outreach.Content;
using Outreach.Content.Loading;

namespace Outreach.Testing.Content;

/// <summary>A small content folder without a fault, in memory; a test changes the one file it is about.</summary>
public sealed class SampleContent
{
    public const string Answer = "vi/faq/bhxh/bhtn-dieu-kien.md";
    public const string EnglishAnswer = "en/faq/bhxh/bhtn-dieu-kien.md";
    public const string OtherAnswer = "vi/faq/bhxh/bhtn-muc-huong.md";

    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    public SampleContent()
    {
        foreach (var (path, text) in Texts())
        {
            With(path, text);
        }
    }

    /// <summary>A day on which everything in it is in force.</summary>
    public static DateOnly Day { get; } = new(2026, 11, 21);

    public IReadOnlyDictionary<string, byte[]> Files => _files;

    public string Text(string path) => Encoding.UTF8.GetString(_files[path]);

    public SampleContent With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    public SampleContent With(string path, byte[] bytes)
    {
        _files[path] = bytes;
        return this;
    }

    public SampleContent Without(string path)
    {
        _files.Remove(path);
        return this;
    }

    /// <summary>Replaces one text in one file; it must be there.</summary>
    public SampleContent Replace(string path, string old, string fresh)
    {
        var text = Text(path);
        return text.Contains(old, StringComparison.Ordinal)
            ? With(path, text.Replace(old, fresh, StringComparison.Ordinal))
            : throw new ArgumentException($"'{old}' is not in {path}");
    }

    public CompiledContent Compile(DateOnly? day = null) => ContentCompiler.Compile(new ContentFiles(_files), day ?? Day);

    public ContentSnapshot Snapshot(string organisation = "Công đoàn mẫu") => Compile().SnapshotOver(ContentSnapshot.Empty(organisation));

    /// <summary>Writes all files below a folder; takes away what is there and not in the sample.</summary>
    public void WriteTo(string folder)
    {
        foreach (var (path, bytes) in _files)
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target) || !File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes))
            {
                File.WriteAllBytes(target, bytes);
            }
        }

        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !_files.ContainsKey(Path.GetRelativePath(folder, f).Replace('\\', '/'))))
        {
            File.Delete(file);
        }
    }

    private static IEnumerable<(string Path, string Text)> Texts() =>
    [
        ("topics.yml", """
            - id: bhxh
              vi: Bảo hiểm xã hội
              en: Social insurance
              hotline: bhxh-viet-nam
            - id: lao-dong
              vi: Lao động
              en: Work
              hotline: bhxh-viet-nam

            """),
        ("hotlines.yml", """
            - id: bhxh-viet-nam
              number: 1900 9068
              name: {vi: Bảo hiểm xã hội Việt Nam, en: Vietnam Social Security}
              region: toan-quoc
              topics: [bhxh, lao-dong]
              crisis: []
              source: baohiemxahoi.gov.vn
              verified: 2026-11-20
            - id: cong-an
              number: "113"
              name: {vi: Công an, en: Police}
              note: {vi: miễn phí, en: free}
              region: toan-quoc
              topics: []
              crisis: [violence, suicide]
              source: Số khẩn cấp
              verified: 2026-11-20
            - id: chua-goi-thu
              number: 0377 672 444
              name: {vi: Chưa gọi thử, en: Not called yet}
              region: soc-trang
              source: nghe nói

            """),
        ("figures.yml", """
            figures:
              - id: luong-toi-thieu-vung-1
                label: Lương tối thiểu vùng I
                value: 4960000
                unit: VND
                from: 2024-07-01
                to: 2025-12-31
                source: Nghị định 74/2024/NĐ-CP
              - id: luong-toi-thieu-vung-1
                label: Lương tối thiểu vùng I
                value: 5310000
                unit: VND
                from: 2026-01-01
                to: null
                source: Nghị định 293/2025/NĐ-CP
              - id: ty-le-dong
                label: Tỷ lệ đóng
                value: 10.5
                unit: "%"
                from: 2025-07-01
                to: null
                source: Luật Bảo hiểm xã hội 2024

            """),
        ("sources.yml", """
            - id: luat-viec-lam-2025
              vi: Luật Việc làm 2025 (74/2025/QH15)
              en: Employment Law 2025 (74/2025/QH15)
              from: 2026-01-01
              to: null
            - id: luat-viec-lam-2013
              vi: Luật Việc làm 2013 (38/2013/QH13)
              en: Employment Law 2013 (38/2013/QH13)
              from: 2015-01-01
              to: 2025-12-31

            """),
        ("synonyms.yml", """
            expansions:
              bhtn: bảo hiểm thất nghiệp
              ck: chồng
              dc: được
              k: không
            equivalents:
              - [hưởng, lãnh, lĩnh]

            """),
        ("crisis.yml", """
            - kind: suicide
              page: khan-cap-suicide
              phrases: [tự tử, không muốn sống, want to die]
            - kind: violence
              page: khan-cap-violence
              phrases: [bị đánh, bóp cổ]
              exclusions: [bị đánh giá]

            """),
        ("calendar.yml", """
            months:
              - month: 1
                theme: {vi: Tiền lương và thưởng Tết, en: Pay and Tet bonus}
                question: {vi: Có bắt buộc thưởng Tết không?, en: Is a Tet bonus a duty?}
            events:
              - date: "11-09"
                name: {vi: Ngày Pháp luật Việt Nam, en: Vietnam Law Day}
                theme: {vi: Tìm hiểu pháp luật, en: Know the law}
                source: Luật Phổ biến, giáo dục pháp luật
              - date: "02-06"
                until: "02-08"
                lunar: "01-01"
                year: 2027
                name: {vi: Tết Nguyên đán, en: Lunar New Year}
                theme: {vi: Nghỉ Tết, en: Tet holiday}
                source: Bộ luật Lao động

            """),
        ("holidays.yml", """
            yearly:
              - id: quoc-khanh
                date: "09-01"
                until: "09-03"
                days: 2
                certainty: uncertain
                name: {vi: Quốc khánh, en: National Day}
                source: Bộ luật Lao động
              - id: ngay-van-hoa
                date: "11-24"
                since: 2026
                days: 1
                certainty: certain
                name: {vi: Ngày Văn hóa Việt Nam, en: Vietnam Culture Day}
                source: Nghị quyết 28/2026/QH16
            lunar:
              - id: tet
                days: 5
                name: {vi: Tết Nguyên đán, en: Lunar New Year}
                source: Bộ luật Lao động
                dates:
                  - {from: 2026-02-15, to: 2026-02-20, certainty: certain}
                  - {from: 2027-02-04, to: 2027-02-11, certainty: uncertain}

            """),
        ("vi/phrases.yml", """
            hello: Xin chào, đây là {organisation}.
            found: "Có {count} câu."

            """),
        ("en/phrases.yml", """
            hello: Hello, this is {organisation}.
            found: "{count} found."

            """),
        ("partners.yml", """
            - id: cong-an
              name: {vi: Công an, en: Police}
              services: [police]
              area: {vi: Cả nước, en: Whole country}
              hotline: cong-an
              source: Số khẩn cấp
              verified: 2026-11-20
            - id: chua-goi
              name: {vi: Chưa gọi, en: Not called yet}
              services: [shelter, legal-aid]
              area: {vi: một tỉnh, en: one province}
              reach: {vi: hỏi ở xã, en: ask at the commune}
              source: nghe nói

            """),
        ("vi/replies.yml", """
            - id: hoi-tinh
              title: Hỏi tỉnh
              text: |
                Bạn đang ở tỉnh nào? Gọi {{hotline:cong-an}} khi nguy hiểm.

                {organisation}

            """),
        ("en/replies.yml", """
            - id: hoi-tinh
              title: Ask for the province
              text: Which province are you in?

            """),
        (Answer, AnswerText("bhtn-dieu-kien", "Khi nào được hưởng trợ cấp thất nghiệp?", "Luật Việc làm 2025 (74/2025/QH15)",
            "[bhtn-muc-huong]", "Đóng đủ **12 tháng** trong 24 tháng. Gọi {{hotline:bhxh-viet-nam}}.\n\n## Cần làm gì\n\n- Nộp hồ sơ trong 3 tháng.\n")),
        (EnglishAnswer, AnswerText("bhtn-dieu-kien", "When do I get unemployment benefit?", "Employment Law 2025 (74/2025/QH15)",
            "[bhtn-muc-huong]", "You paid for **12 months** of 24. Call {{hotline:bhxh-viet-nam}}.\n\n## What to do\n\n- File within 3 months.\n")),
        (OtherAnswer, AnswerText("bhtn-muc-huong", "Trợ cấp thất nghiệp được bao nhiêu?", "Luật Việc làm 2025 (74/2025/QH15)",
            "[]", "Lương tối thiểu là {{luong-toi-thieu-vung-1}} một tháng, đóng {{ty-le-dong}}.\n")),
        ("en/faq/bhxh/bhtn-muc-huong.md", AnswerText("bhtn-muc-huong", "How much is unemployment benefit?", "Employment Law 2025 (74/2025/QH15)",
            "[]", "The minimum wage is {{luong-toi-thieu-vung-1}} a month, the rate {{ty-le-dong}}.\n")),
        ("vi/pages/khan-cap-suicide.md", PageText("khan-cap-suicide", "Bạn không một mình")),
        ("en/pages/khan-cap-suicide.md", PageText("khan-cap-suicide", "You are not alone")),
        ("vi/pages/khan-cap-violence.md", PageText("khan-cap-violence", "Bạn đang bị đánh")),
        ("en/pages/khan-cap-violence.md", PageText("khan-cap-violence", "You are being hurt")),
    ];

    private static string AnswerText(string id, string question, string law, string related, string body) =>
        $"""
        ---
        id: {id}
        question: {question}
        variants:
          - nghi viec co dc {id} k
        topic: bhxh
        sources:
          - law: {law}
            at: Điều 38
        effective: 2026-01-01
        reviewed: 2026-11-20
        review_by: 2027-05-20
        related: {related}
        hotline: bhxh-viet-nam
        ---
        {body}
        """;

    private static string PageText(string id, string title) =>
        $"""
        ---
        id: {id}
        title: {title}
        reviewed: 2026-11-20
        review_by: 2027-05-20
        hotlines: [cong-an]
        ---
        {title}. {BlockOrganisation}

        """;

    private const string BlockOrganisation = "{organisation}";
}
