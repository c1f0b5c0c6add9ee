using System.Globalization;
using System.Text;
using Outreach.Channels.Rendering;
using Outreach.Channels.Telegram;
using Outreach.Content.Blocks;
using Outreach.Testing.Telegram;
using static Outreach.Channels.Tests.Rendering.Sample;

namespace Outreach.Channels.Tests.Rendering;

/// <summary>Made-up texts of every kind, cut to every length: nothing visible is lost and no part is too long.</summary>
public sealed class SplittingTests
{
    private static readonly string[] Words =
        ["lương", "bảo hiểm.", "nghỉ việc,", "đ", "Nghị định 73/2024/NĐ-CP", "👩‍👩‍👧", "<b>", "&amp;", "x", "thất nghiệp?", "😊😊", "5.310.000 đồng", "rấtdàikhôngcódấucáchnàocảđểcắt"];

    [Fact]
    public void Splitting_loses_no_visible_text_and_keeps_every_limit()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var made = new Made(new Random(seed));
            var reply = Reply([.. made.Blocks(3)]);
            var whole = Visible(TelegramRenderer.Render(reply, int.MaxValue));
            foreach (var limit in new[] { 60, 100, 333, 4000 })
            {
                var parts = TelegramRenderer.Render(reply, limit);

                Assert.All(parts, p => Assert.Null(TelegramHtml.Parse(p.Html).Fault));
                Assert.All(parts, p => Assert.InRange(TelegramHtml.Parse(p.Html).Text.Length, 1, limit));
                Assert.True(Letters(whole) == Letters(Visible(parts)), $"seed {seed}, limit {limit}: a letter was lost or doubled");
            }
        }
    }

    [Fact]
    public void Plain_text_keeps_every_limit_too()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var blocks = new Made(new Random(seed)).Blocks(3);
            var whole = PlainRenderer.Render(blocks);

            var parts = PlainRenderer.Render(blocks, 90);

            Assert.All(parts, p => Assert.InRange(p.Length, 1, 90));
            Assert.Equal(Letters(whole), Letters(string.Concat(parts)));
        }
    }

    [Fact]
    public void No_grapheme_is_ever_cut_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("👩‍👩‍👧ạ", 50));

        var parts = PlainRenderer.Render([P(text)], 17);

        var whole = Graphemes(text.Normalize(NormalizationForm.FormC));
        Assert.Equal(whole, parts.SelectMany(Graphemes));
    }

    private static List<string> Graphemes(string text)
    {
        var all = new List<string>();
        for (var e = StringInfo.GetTextElementEnumerator(text); e.MoveNext();)
        {
            all.Add(e.GetTextElement());
        }

        return all;
    }

    private static string Visible(IEnumerable<TelegramPart> parts) => string.Concat(parts.Select(p => TelegramHtml.Parse(p.Html).Text));

    /// <summary>Blanks at a break are nobody's; a table's header may be said twice, so the tables here have none.</summary>
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private sealed class Made(Random chance)
    {
        public IReadOnlyList<Block> Blocks(int depth) => [.. Enumerable.Range(0, chance.Next(1, 5)).Select(_ => One(depth))];

        private Block One(int depth) => chance.Next(depth > 0 ? 7 : 3) switch
        {
            0 or 1 => new Block.Paragraph(Inlines(2)),
            2 => new Block.Heading(2, Inlines(1)),
            3 => new Block.Items(chance.Next(2) == 0, 1, [.. Enumerable.Range(0, chance.Next(1, 6)).Select(_ => Blocks(depth - 1))]),
            4 => new Block.Quote(Blocks(depth - 1)),
            5 => new Block.Code(chance.Next(2) == 0 ? "text" : null, string.Join('\n', Enumerable.Range(0, chance.Next(1, 8)).Select(_ => Text()))),
            _ => new Block.Table([[], []], [.. Enumerable.Range(0, chance.Next(1, 6)).Select(_ => (IReadOnlyList<IReadOnlyList<Inline>>)[Inlines(1), Inlines(1)])]),
        };

        private List<Inline> Inlines(int depth) => [.. Enumerable.Range(0, chance.Next(1, 5)).Select(_ => Inline(depth))];

        private Inline Inline(int depth) => chance.Next(depth > 0 ? 6 : 2) switch
        {
            0 or 1 => T(Text()),
            2 => new Inline.Strong(Inlines(depth - 1)),
            3 => new Inline.Emphasis(Inlines(depth - 1)),
            4 => new Inline.Code(Words[chance.Next(Words.Length)]),
            _ => new Inline.Link("https://a.example/b?c=1&d=2", [T(Words[chance.Next(Words.Length)])]),
        };

        private string Text() => string.Join(' ', Enumerable.Range(0, chance.Next(1, 12)).Select(_ => Words[chance.Next(Words.Length)]));
    }
}
