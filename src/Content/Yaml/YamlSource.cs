using Outreach.Content.Checks;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Outreach.Content.Yaml;

/// <summary>One YAML text: a file, or the front matter of one.</summary>
/// <param name="LinesAbove">Lines of the file before the text begins.</param>
internal sealed record YamlSource(string File, int LinesAbove, IssueList Issues)
{
    public Spot At(YamlNode node) => At(node.Start);

    /// <summary>The root, or null (said in the issues) where it is no YAML. An empty text has an empty root.</summary>
    public YamlNode? Read(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new BoundedParser(new Parser(new Scanner(new StringReader(text), skipComments: true))));
        }
        catch (YamlException e)
        {
            if (e.Message.Contains("Duplicate key", StringComparison.OrdinalIgnoreCase))
            {
                Issues.Error(At(e.Start), Codes.DuplicateKey, "the same key stands here twice", "Keep one of the two lines.");
            }
            else
            {
                Issues.Error(At(e.Start), Codes.Unreadable, $"this cannot be read: {Sentence(e)}",
                    "Look at the indent, put texts with ':' or '#' in quotes, use spaces and no tabs.");
            }

            return null;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException)
        {
            // Seen from the scanner on random bytes: not a YamlException, so without a place.
            Issues.Error(new Spot(File, LinesAbove + 1, 1), Codes.Unreadable, "this cannot be read as YAML", "Compare it with a file that works.");
            return null;
        }

        return stream.Documents.Count == 0 ? new YamlMappingNode() : stream.Documents[0].RootNode;
    }

    private Spot At(Mark mark) => new(File, LinesAbove + (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static string Sentence(YamlException e)
    {
        var message = (e.InnerException ?? e).Message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return message.Length == 0 ? "not YAML" : char.ToLowerInvariant(message[0]) + message[1..];
    }
}
