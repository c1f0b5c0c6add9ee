using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Outreach.Content.Blocks;

namespace Outreach.Staff.Frame;

/// <summary>What content says to staff, as HTML: paragraphs, lists, strong words; the rest as plain text.</summary>
internal static class StaffBlocks
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="blocks">Resolved: figures and numbers put in.</param>
    public static IHtmlContent Html(IReadOnlyList<Block> blocks)
    {
        var html = new StringBuilder();
        foreach (var block in blocks)
        {
            Write(html, block);
        }

        return new HtmlString(html.ToString());
    }

    private static void Write(StringBuilder html, Block block)
    {
        switch (block)
        {
            case Block.Paragraph paragraph:
                Write(html.Append("<p>"), paragraph.Text).Append("</p>");
                break;
            case Block.Items items:
                var list = items.Ordered ? "ol" : "ul";
                html.Append('<').Append(list).Append('>');
                foreach (var entry in items.Entries)
                {
                    html.Append("<li>");
                    foreach (var part in entry)
                    {
                        Write(html, part);
                    }

                    html.Append("</li>");
                }

                html.Append("</").Append(list).Append('>');
                break;
            default:
                html.Append("<p>").Append(Encoder.Encode(PlainText.Of([block]))).Append("</p>");
                break;
        }
    }

    private static StringBuilder Write(StringBuilder html, IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            // A number to call is looked at and dialled by hand here: staff sit at a desk.
            _ = inline is Inline.Strong strong
                ? Write(html.Append("<strong>"), strong.Content).Append("</strong>")
                : html.Append(Encoder.Encode(PlainText.Of([inline])));
        }

        return html;
    }
}
