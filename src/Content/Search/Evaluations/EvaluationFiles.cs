using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Outreach.Content.Search.Evaluations;

/// <summary>Reads and writes the files of an evaluation: one JSON object a line.</summary>
public static class EvaluationFiles
{
    // Vietnamese stays readable in the files.
    private static readonly EvaluationJson Json =
        new(new JsonSerializerOptions(EvaluationJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <param name="faults">Filled with lines that are not labelled questions, by number and reason, without their text.</param>
    public static IReadOnlyList<LabelledQuestion> ReadQuestions(TextReader reader, ICollection<string> faults) =>
        Read(reader, Json.LabelledQuestion, faults);

    /// <param name="faults">Filled with lines that are not of a run file.</param>
    public static IReadOnlyList<RunLine> ReadRun(TextReader reader, ICollection<string> faults) => Read(reader, Json.RunLine, faults);

    public static void WriteRun(IEnumerable<RunLine> lines, TextWriter writer)
    {
        foreach (var line in lines)
        {
            writer.Write(JsonSerializer.Serialize(line, Json.RunLine));
            writer.Write('\n');
        }
    }

    /// <summary>The summary as one JSON object.</summary>
    public static string ToJson(EvaluationSummary summary) => JsonSerializer.Serialize(summary, Json.EvaluationSummary);

    private static List<T> Read<T>(TextReader reader, JsonTypeInfo<T> type, ICollection<string> faults) where T : class
    {
        var read = new List<T>();
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                if (JsonSerializer.Deserialize(line, type) is { } item)
                {
                    read.Add(item);
                    continue;
                }

                faults.Add($"line {number}: null");
            }
            catch (JsonException e)
            {
                // The exception's message can quote the line; where it broke is enough to find it.
                faults.Add($"line {number}: not as expected at {e.Path ?? "the start"}");
            }
        }

        return read;
    }
}
