using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Outreach.Content.Store;

namespace Outreach.Bot.Tests.Turns;

/// <summary>A few answers, one emergency card, and the phrases of the house as they are served.</summary>
internal static class SmallLibrary
{
    public const string Marked = "MARKED-7Q";

    /// <summary>Serves this library with some files changed; the files are gone again once they are read.</summary>
    public static ContentStore Serve(IServiceProvider services, params (string Path, string Text)[] changes)
    {
        var folder = Write(changes);
        var options = new ContentOptions { Path = folder, Organisation = "Công đoàn Khu Bắc" };
        var store = new ContentStore(Options.Create(options), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<ContentStore>>());
        Directory.Delete(folder, recursive: true);
        return store.Status.State == ContentState.Good ? store : throw new InvalidOperationException(string.Join('\n', store.Status.Issues));
    }

    /// <summary>Writes this library to a folder of the test's own.</summary>
    public static string Write(params (string Path, string Text)[] changes)
    {
        var folder = Directory.CreateTempSubdirectory("outreach-content-").FullName;
        foreach (var (path, text) in Files().Concat(changes))
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        return folder;
    }

    public static IEnumerable<(string Path, string Text)> Files() =>
    [
        ("topics.yml", """
            - id: bhxh
              vi: Bảo hiểm xã hội
              en: Social insurance
              hotline: bhxh-viet-nam
            - id: lao-dong
              vi: Lương và hợp đồng
              en: Pay and contracts
              hotline: bhxh-viet-nam
            """),
        ("hotlines.yml", """
            - id: bhxh-viet-nam
              number: 1900 9068
              name: {vi: Bảo hiểm xã hội Việt Nam, en: Vietnam Social Security}
              note: {vi: có tính cước, en: charged call}
              region: toan-quoc
              topics: [bhxh]
              crisis: []
              source: mẫu
              verified: 2026-07-01
            - id: cong-an
              number: "113"
              name: {vi: Công an, en: Police}
              region: toan-quoc
              topics: []
              crisis: [violence]
              source: mẫu
              verified: 2026-07-01
            """),
        ("sources.yml", """
            - id: luat
              vi: Luật Việc làm 2025 (74/2025/QH15)
              en: Employment Law 2025 (74/2025/QH15)
              from: 2026-01-01
              to: null
            """),
        ("figures.yml", "figures: []\n"),
        ("synonyms.yml", "expansions:\n  bhtn: bảo hiểm thất nghiệp\nequivalents: []\n"),
        ("crisis.yml", """
            - kind: violence
              page: khan-cap-violence
              phrases: [bị đánh, chồng đánh, beaten]
              exclusions: [bị đánh giá]
            """),
        ("calendar.yml", "months: []\nevents: []\n"),
        ("holidays.yml", "yearly: []\nlunar: []\n"),
        ("vi/phrases.yml", House("vi")),
        ("en/phrases.yml", House("en")),
        ("vi/pages/khan-cap-violence.md", Page("khan-cap-violence", "Bạn đang bị đánh?", "Đến chỗ có người. Gọi ngay.", "hotlines: [cong-an]\n")),
        ("en/pages/khan-cap-violence.md", Page("khan-cap-violence", "Are you being beaten?", "Go where there are people. Call now.", "hotlines: [cong-an]\n")),
        ("vi/pages/tin-hang-thang.md", Page("tin-hang-thang", "Tin hằng tháng", "Mỗi tháng một tin của {organisation}.")),
        ("en/pages/tin-hang-thang.md", Page("tin-hang-thang", "Monthly message", "One message a month from {organisation}.")),
        ("vi/faq/bhxh/nghi-ngang.md", Answer("nghi-ngang", "Nghỉ ngang có được lãnh trợ cấp thất nghiệp không?", "bhxh", "Nghỉ ngang thì không được.", ["muc-huong", "het-han"],
            ["nghỉ việc không báo trước có được thất nghiệp không"])),
        ("en/faq/bhxh/nghi-ngang.md", Answer("nghi-ngang", "Do I get unemployment benefit if I quit without notice?", "bhxh", "No, not after quitting without notice.", ["muc-huong"],
            ["quit without notice benefit"], "en")),
        ("vi/faq/bhxh/muc-huong.md", Answer("muc-huong", "Trợ cấp thất nghiệp được bao nhiêu tiền một tháng?", "bhxh", "Được 60% lương bình quân.", ["nghi-ngang"],
            ["mức hưởng trợ cấp thất nghiệp"])),
        ("en/faq/bhxh/muc-huong.md", Answer("muc-huong", "How much is unemployment benefit per month?", "bhxh", "60% of your average wage.", ["nghi-ngang"], ["how much unemployment money"], "en")),
        ("vi/faq/lao-dong/het-han.md", Answer("het-han", "Công ty giữ bản gốc bằng cấp của tôi thì sao?", "lao-dong", "Công ty không được giữ.", [],
            ["công ty giữ bằng đại học"]).Replace("review_by: 2027-08-01", "review_by: 2026-08-01", StringComparison.Ordinal)),
    ];

    /// <summary>The root of the repository, found from the tests' own folder.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Outreach.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run inside the repository.");
        }

        return folder.FullName;
    }

    private static string House(string language) => File.ReadAllText(Path.Combine(Root, "content", language, "phrases.yml"));

    private static string Page(string id, string title, string text, string more = "") =>
        $"---\nid: {id}\ntitle: {title}\nreviewed: 2026-07-01\nreview_by: 2027-08-01\n{more}---\n{text}\n";

    internal static string Answer(
        string id, string question, string topic, string text, string[] related, string[] variants, string language = "vi") => $"""
        ---
        id: {id}
        question: {question}
        variants:
        {string.Join('\n', variants.Select(variant => "  - " + variant))}
        topic: {topic}
        sources:
          - law: {(language == "vi" ? "Luật Việc làm 2025 (74/2025/QH15)" : "Employment Law 2025 (74/2025/QH15)")}
            at: Điều 38
        effective: 2026-01-01
        reviewed: 2026-07-01
        review_by: 2027-08-01
        related: [{string.Join(", ", related)}]
        hotline: bhxh-viet-nam
        ---
        {text}

        ## Cần làm gì
        Nộp hồ sơ trong ba tháng.
        """;
}
