namespace Outreach.Content.Search.Unanswered;

/// <summary>Looks for the answers that a group of unanswered questions may belong to. An editor decides; nothing is changed.</summary>
public sealed class AnswerSuggestions(ContentSnapshot content)
{
    public const int MaxAnswers = 3;

    /// <summary>Below this chance that the content has it at all, no answer is named.</summary>
    /// <remarks>Far below what the bot itself needs: an editor who reads three titles in vain loses less than somebody who is told wrong.</remarks>
    public const double WorthALook = 0.15;

    /// <summary>What scores less than this share of the first is no rival.</summary>
    private const double NearTheFirst = 0.5;

    public GroupSuggestion For(QuestionGroup group)
    {
        var local = content.In(group.Language);
        var wordings = group.Others.Prepend(group.Typical).Select(OneLine.WithoutMasks).ToList();
        var read = wordings.Select(local.Search.Explain).ToList();
        var best = read.MaxBy(explained => explained.InContent)!;
        var answers = best.InContent < WorthALook ? [] : Answers(local, read, wordings[0]);
        return new GroupSuggestion(
            group,
            answers,
            answers.Count > 0 ? read.Where(e => e.Hits.Count > 0 && e.Hits[0].Id == answers[0].Id).Max(e => e.Result.Confidence) : 0,
            read[0].Result.Band == SearchBand.Answer,
            wordings[0].Length > 0 ? VariantLine.Of(wordings[0]) : null);
    }

    /// <summary>Each answer by the wording that it fits best.</summary>
    private static List<SuggestedAnswer> Answers(LocalContent local, List<SearchExplanation> read, string typical)
    {
        var hits = read.Where(explained => explained.InContent >= WorthALook)
            .SelectMany(explained => explained.Hits)
            .GroupBy(hit => hit.Id, StringComparer.Ordinal)
            .Select(same => same.MaxBy(hit => hit.Score)!)
            .OrderByDescending(hit => hit.Score).ThenBy(hit => hit.Id, StringComparer.Ordinal)
            .ToList();
        return [.. hits.Where(hit => hit.Score >= NearTheFirst * hits[0].Score).Take(MaxAnswers).Select(hit =>
        {
            var answer = local.Answers[hit.Id];
            var words = TextNormalizer.Normalize(typical);
            return new SuggestedAnswer(
                hit.Id,
                answer.Question,
                $"{local.Language}/faq/{answer.Topic}/{answer.Id}.md",
                hit.Score,
                hit,
                answer.Variants.Append(answer.Question).Any(phrasing => TextNormalizer.Normalize(phrasing) == words));
        })];
    }
}
