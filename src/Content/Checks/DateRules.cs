using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>What is not law yet or was not read again in time is withheld from people; that is no fault of the file.</summary>
internal static class DateRules
{
    public static void Check(ContentParts parts, IssueList issues)
    {
        foreach (var text in parts.Texts)
        {
            if (text.Answer is { } answer && answer.Effective > parts.Day)
            {
                issues.Warn(text.Effective, Codes.NotInForceYet, $"this holds only from {answer.Effective:yyyy-MM-dd} and is withheld until then", "Nothing to do if that is meant.");
            }

            if ((text.Answer?.ReviewBy ?? text.Page?.ReviewBy ?? text.Campaign?.ReviewBy) is { } reviewBy && reviewBy < parts.Day)
            {
                issues.Warn(text.ReviewBy, Codes.PastReview,
                    $"this was to be read again by {reviewBy:yyyy-MM-dd}{(text.Answer is null ? "" : " and is withheld since")}",
                    "Check it against the law, then set 'reviewed' and 'review_by' anew.");
            }
        }
    }
}
