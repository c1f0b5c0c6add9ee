using Outreach.Content.Blocks;
using static Outreach.Content.Blocks.Block;
using static Outreach.Content.Blocks.Inline;

namespace Outreach.Channels.Tests.Rendering;

/// <summary>Blocks that tests read easily.</summary>
internal static class Sample
{
    /// <summary>The sample every channel's golden text is made from.</summary>
    public static IReadOnlyList<Block> Golden { get; } =
    [
        new Heading(2, [T("Hỗ trợ visa")]),
        P(T("Chào "), new Strong([T("chị Lan")]), T(", có "), new Emphasis([T("3 việc")]), T(" cần làm:")),
        new Items(true, 1,
        [
            [P(T("Mang hộ chiếu"))],
            [P(T("Gọi "), new Inline.Code("1900 1234")), new Items(false, 1, [[P(T("trước 17:00"))]])],
        ]),
        P(T("Xem "), new Link("https://example.org/vi?a=1&b=2", [T("hướng dẫn")]), T(".")),
        new Table([[T("Nơi")], [T("Giờ")]], [[[T("Osaka")], [T("9–17")]]]),
        new Quote([P(T("Không đưa hộ chiếu cho người khác."))]),
    ];

    public static Paragraph P(params Inline[] inlines) => new(inlines);

    public static Paragraph P(string text) => new([T(text)]);

    public static Text T(string text) => new(text);

    public static Items Bullets(params string[] items) => new(false, 1, [.. items.Select(i => (IReadOnlyList<Block>)[P(i)])]);

    public static Reply Reply(params Block[] blocks) => new() { Language = "vi", Blocks = blocks };
}
