namespace Outreach.Content.Search.Evaluations;

/// <summary>What changed since an earlier run.</summary>
/// <param name="Better">Ids of questions wrong then and right now.</param>
/// <param name="Worse">Ids of questions right then and wrong now.</param>
/// <param name="Missing">Ids the earlier run does not have.</param>
public sealed record EvaluationComparison(IReadOnlyList<string> Better, IReadOnlyList<string> Worse, IReadOnlyList<string> Missing)
{
    public static EvaluationComparison Of(IEnumerable<LabelledQuestion> questions, IEnumerable<RunLine> now, IEnumerable<RunLine> then)
    {
        var byId = questions.DistinctBy(q => q.Id).ToDictionary(q => q.Id, StringComparer.Ordinal);
        var earlier = then.DistinctBy(l => l.Id).ToDictionary(l => l.Id, StringComparer.Ordinal);
        var (better, worse, missing) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var line in now)
        {
            if (!byId.TryGetValue(line.Id, out var question))
            {
                continue;
            }

            if (!earlier.TryGetValue(line.Id, out var old))
            {
                missing.Add(line.Id);
            }
            else if (line.IsRight(question) != old.IsRight(question))
            {
                (line.IsRight(question) ? better : worse).Add(line.Id);
            }
        }

        return new EvaluationComparison(better, worse, missing);
    }
}
