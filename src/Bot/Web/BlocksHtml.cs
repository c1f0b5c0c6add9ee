using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Outreach.Content.Blocks;

namespace Outreach.Bot.Web;

/// <summary>Renders resolved blocks as HTML. All text is escaped here and nowhere else.</summary>
internal static class BlocksHtml
{
    /// <param name="blocks">Without figure or hotline inlines.</param>
    /// <param name="headingLevel">What a level-2 heading of the content becomes, so that a page's headings stay in order (2 to 5).</param>
    public static IHtmlContent Render(IReadOnlyList<Block> blocks, int headingLevel = 2)
    {
        var html = new StringBuilder();
        Write(html, blocks, headingLevel);
        return new HtmlString(html.ToString());
    }

    private static void Write(StringBuilder html, IReadOnlyList<Block> blocks, int headingLevel)
    {
        foreach (var block in blocks)
        {
            Write(html, block, headingLevel);
        }
    }

    private static void Write(StringBuilder html, Block block, int headingLevel)
    {
        switch (block)
        {
            case Block.Heading heading:
                var level = Math.Min(6, headingLevel + heading.Level - 2);
                html.Append("<h").Append(level).Append('>');
                Write(html, heading.Text);
                html.Append("</h").Append(level).Append('>');
                break;
            case Block.Paragraph paragraph:
                Element(html, "p", paragraph.Text);
                break;
            case Block.Items { Ordered: true, Start: var start } list:
                html.Append(start == 1 ? "<ol>" : $"<ol start=\"{start}\">");
                WriteEntries(html, list, headingLevel);
                html.Append("</ol>");
                break;
            case Block.Items list:
                html.Append("<ul>");
                WriteEntries(html, list, headingLevel);
                html.Append("</ul>");
                break;
            case Block.Table table:
                WriteTable(html, table);
                break;
            case Block.Quote quote:
                html.Append("<blockquote>");
                Write(html, quote.Blocks, headingLevel);
                html.Append("</blockquote>");
                break;
            case Block.Code code:
                html.Append("<pre><code>").Append(Escape(code.Text)).Append("</code></pre>");
                break;
            case Block.Rule:
                html.Append("<hr>");
                break;
            case Block.Image image:
                html.Append("<img loading=\"lazy\" src=\"/tep/").Append(Escape(image.File)).Append("\" alt=\"").Append(Escape(image.Alt)).Append("\">");
                break;
        }
    }

    private static void WriteEntries(StringBuilder html, Block.Items list, int headingLevel)
    {
        foreach (var entry in list.Entries)
        {
            html.Append("<li>");
            // A tight list: one paragraph needs no element of its own.
            if (entry.Count > 0 && entry[0] is Block.Paragraph only)
            {
                Write(html, only.Text);
                Write(html, [.. entry.Skip(1)], headingLevel);
            }
            else
            {
                Write(html, entry, headingLevel);
            }

            html.Append("</li>");
        }
    }

    private static void WriteTable(StringBuilder html, Block.Table table)
    {
        html.Append("<div class=\"table\" tabindex=\"0\"><table><thead><tr>");
        foreach (var cell in table.Header)
        {
            html.Append("<th scope=\"col\">");
            Write(html, cell);
            html.Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>");
            foreach (var cell in row)
            {
                Element(html, "td", cell);
            }

            html.Append("</tr>");
        }

        html.Append("</tbody></table></div>");
    }

    private static void Write(StringBuilder html, IReadOnlyList<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case Inline.Text text:
                    html.Append(Escape(text.Value));
                    break;
                case Inline.Strong strong:
                    Element(html, "strong", strong.Content);
                    break;
                case Inline.Emphasis emphasis:
                    Element(html, "em", emphasis.Content);
                    break;
                case Inline.Code code:
                    html.Append("<code>").Append(Escape(code.Value)).Append("</code>");
                    break;
                case Inline.Link link:
                    html.Append("<a href=\"").Append(Escape(link.Url)).Append('"');
                    html.Append(link.Url.StartsWith("tel:", StringComparison.Ordinal) ? " class=\"tel\">" : " rel=\"noreferrer\">");
                    Write(html, link.Content);
                    html.Append("</a>");
                    break;
                case Inline.LineBreak:
                    html.Append("<br>");
                    break;
                default:
                    throw new InvalidOperationException($"A {inline.GetType().Name} was not resolved before rendering.");
            }
        }
    }

    private static void Element(StringBuilder html, string name, IReadOnlyList<Inline> content)
    {
        html.Append('<').Append(name).Append('>');
        Write(html, content);
        html.Append("</").Append(name).Append('>');
    }

    // HtmlEncoder.Default turns every Vietnamese letter into a six-byte reference: three times the bytes for nothing on a UTF-8 page.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    internal static string Escape(string text) => Encoder.Encode(text);
}
