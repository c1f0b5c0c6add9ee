using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Outreach.Content.Blocks;
using Outreach.Content.Checks;
using Block = Outreach.Content.Blocks.Block;
using Inline = Outreach.Content.Blocks.Inline;
using MdInline = Markdig.Syntax.Inlines.Inline;

namespace Outreach.Content.Markdown;

/// <summary>From Markdig's inlines to ours; keeps what they refer to.</summary>
internal sealed class InlineReader(string file, IssueList issues)
{
    private const string HotlinePrefix = "hotline:";
    private readonly List<Reference> _references = [];

    public IReadOnlyList<Reference> References => _references;

    public List<Inline> Read(ContainerInline? container)
    {
        var read = new List<Inline>();
        foreach (var source in container ?? [])
        {
            foreach (var inline in Read(source))
            {
                if (inline is Inline.Text text && read.LastOrDefault() is Inline.Text before)
                {
                    read[^1] = new Inline.Text(Nfc.Of(before.Value + text.Value));
                }
                else
                {
                    read.Add(inline);
                }
            }
        }

        return read;
    }

    /// <summary>A title is plain: it also stands on buttons, where no day is known.</summary>
    public List<Inline> ReadTitle(ContainerInline? container)
    {
        foreach (var put in (container as MarkdownObject)?.Descendants<PutInInline>() ?? [])
        {
            issues.Error(At(put), Codes.BadBraces, "figures and hotlines cannot stand in a heading", "Put it into the text below the heading.");
        }

        return Read(container);
    }

    public Block.Image? ReadImage(LinkInline image)
    {
        var url = image.Url ?? "";
        if (url.Contains(':', StringComparison.Ordinal) || url.StartsWith("//", StringComparison.Ordinal))
        {
            issues.Error(At(image), Codes.RemoteImage, "a picture from elsewhere costs people's data and tells others who reads",
                "Put the picture's file beside this one and name it.");
            return null;
        }

        _references.Add(new Reference(ReferenceKind.Media, url, At(image)));
        return new Block.Image(ContentPath.Beside(file, url), PlainText.Of(Read(image)));
    }

    private IEnumerable<Inline> Read(MdInline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                PhoneNumbers.Check(literal.Content.ToString(), At(literal), issues);
                return Text(literal.Content.ToString());
            case HtmlEntityInline entity:
                return Text(entity.Transcoded.ToString());
            case LineBreakInline { IsHard: true }:
                return [new Inline.LineBreak()];
            case LineBreakInline:
                return Text(" ");
            case CodeInline code:
                return [new Inline.Code(Nfc.Of(code.Content))];
            case EmphasisInline emphasis:
                var content = Read(emphasis);
                return [emphasis.DelimiterCount == 2 ? new Inline.Strong(content) : new Inline.Emphasis(content)];
            case PutInInline put:
                return PutIn(put);
            case AutolinkInline auto:
                return Link(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [new Inline.Text(Nfc.Of(auto.Url))], At(auto));
            case LinkInline { IsImage: true } image:
                ReadImage(image);
                return Read((ContainerInline)image);
            case LinkInline link:
                return Link(link.Url ?? "", Read((ContainerInline)link), At(link));
            case HtmlInline:
                issues.Error(At(inline), Codes.RawHtml, "HTML is not shown", "Write it in Markdown: **bold**, *italic*, a line of its own.");
                return [];
            case ContainerInline container:
                return Read(container);
            default:
                return [];
        }
    }

    private Inline[] PutIn(PutInInline put)
    {
        if (put.Content is null || !ContentPath.IsId(Strip(put.Content), ContentPath.MaxFigureIdChars))
        {
            issues.Error(At(put), Codes.BadBraces, "'{{' begins a figure or hotline, and no name follows",
                "Write {{id-of-the-figure}} or {{hotline:id}} on one line.");
            return Text(put.Content ?? "");
        }

        var isHotline = put.Content.StartsWith(HotlinePrefix, StringComparison.Ordinal);
        var id = Strip(put.Content);
        _references.Add(new Reference(isHotline ? ReferenceKind.Hotline : ReferenceKind.Figure, id, At(put)));
        return [isHotline ? new Inline.HotlineNumber(id) : new Inline.Figure(id)];
    }

    private List<Inline> Link(string url, List<Inline> content, Spot at)
    {
        switch (LinkRule.Judge(url))
        {
            case LinkRule.Verdict.Web:
                return [new Inline.Link(url, content)];
            case LinkRule.Verdict.Heading:
                _references.Add(new Reference(ReferenceKind.Heading, Uri.UnescapeDataString(url[1..]), at));
                // Pages give their headings these names; channels without addresses of their own show the words alone.
                return [new Inline.Link("#" + Slug.Of(Uri.UnescapeDataString(url[1..])), content)];
            case LinkRule.Verdict.Path:
                _references.Add(new Reference(ReferenceKind.Path, Uri.UnescapeDataString(url), at));
                return ContentPath.AnswerId(file, Uri.UnescapeDataString(url)) is { } id ? [new Inline.Link("/hoi-dap/" + id, content)] : content;
            default:
                issues.Error(at, Codes.UnsafeLink, "this link is not allowed", "Links begin with https://, http://, tel: or mailto:.");
                return content;
        }
    }

    private static string Strip(string content) =>
        content.StartsWith(HotlinePrefix, StringComparison.Ordinal) ? content[HotlinePrefix.Length..].Trim() : content;

    private static Inline[] Text(string text) => text.Length == 0 ? [] : [new Inline.Text(Nfc.Of(text))];

    private Spot At(MdInline inline) => new(file, inline.Line + 1, inline.Column + 1);
}
