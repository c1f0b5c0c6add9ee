using Outreach.Content.Loading;
using Outreach.Content.Search;

namespace Outreach.Content.Checks;

/// <summary>One way of asking belongs to one answer: what two answers claim would be answered by chance.</summary>
internal static class VariantRules
{
    public static void Check(ContentParts parts, IssueList issues)
    {
        foreach (var language in parts.Texts.Where(t => t.Answer is not null).GroupBy(t => t.Path.Language, StringComparer.Ordinal))
        {
            var claims = new Dictionary<string, (string Id, bool IsQuestion)>(StringComparer.Ordinal);
            foreach (var text in language)
            {
                claims.TryAdd(TextNormalizer.Normalize(text.Answer!.Question), (text.Answer.Id, true));
            }

            foreach (var text in language)
            {
                foreach (var variant in text.Variants)
                {
                    CheckOne(variant, text.Answer!.Id, claims, issues);
                }
            }
        }
    }

    private static void CheckOne(Located variant, string id, Dictionary<string, (string Id, bool IsQuestion)> claims, IssueList issues)
    {
        var words = TextNormalizer.Normalize(variant.Text);
        if (words.Length > 0 && !claims.TryAdd(words, (id, false)) && claims[words] is var first && first.Id != id)
        {
            issues.Warn(variant.At, Codes.SameVariant, $"'{variant.Text}' is {(first.IsQuestion ? "the question" : "a variant")} of '{first.Id}' too",
                "Keep it where it belongs, or say what is different here.");
        }
    }
}
