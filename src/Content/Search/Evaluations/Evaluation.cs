namespace Outreach.Content.Search.Evaluations;

/// <summary>Asks the content labelled questions and counts what it gets right.</summary>
public sealed class Evaluation(ContentSnapshot content, TimeProvider time, string language = Languages.Vietnamese)
{
    private readonly LocalContent _local = content.In(language);

    public EvaluationReport Run(IReadOnlyList<LabelledQuestion> questions)
    {
        // A first round for the runtime to compile what it will use: no person's question is the first one either.
        foreach (var question in questions)
        {
            Ask(question);
        }

        var lines = new RunLine[questions.Count];
        var times = new double[questions.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            var start = time.GetTimestamp();
            lines[i] = Ask(questions[i]);
            times[i] = time.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        var counts = new EvaluationCounts(questions, lines, _local.Answers.ContainsKey);
        return new EvaluationReport(counts.Summary(BuildMs(), times), lines);
    }

    private RunLine Ask(LabelledQuestion question)
    {
        var crisis = content.Crisis.Find(question.Text);
        var result = content.Find(question.Text, language).Result;
        var ids = result.Hits.Select(h => h.Id);
        var scores = result.Hits.Select(h => h.Score);
        return crisis is not null
            ? new RunLine(question.Id, RunLine.Crisis, [LabelledQuestion.CrisisPrefix + crisis.Id, .. ids], [1, .. scores])
            : result.Band switch
            {
                SearchBand.Answer => new RunLine(question.Id, RunLine.Answer, [.. ids], [.. scores]),
                SearchBand.Suggest => new RunLine(question.Id, RunLine.Suggest, [.. ids], [.. scores]),
                _ => new RunLine(question.Id, RunLine.None, [LabelledQuestion.OutOfScope, .. ids], [1 - result.Confidence, .. scores]),
            };
    }

    private double BuildMs()
    {
        var start = time.GetTimestamp();
        _ = SearchIndex.Build(_local.Search.Tables.Entries, content.Synonyms);
        return time.GetElapsedTime(start).TotalMilliseconds;
    }
}
