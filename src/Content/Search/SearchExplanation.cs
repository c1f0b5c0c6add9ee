namespace Outreach.Content.Search;

/// <summary>How a question was read and ranked, for editors who wonder why an answer came or did not.</summary>
/// <param name="Normalized">The words as they were looked up.</param>
/// <param name="Repairs">What was read as something else.</param>
/// <param name="InContent">The chance from 0 to 1 that the content has an answer at all.</param>
public sealed record SearchExplanation(
    string Normalized, IReadOnlyList<Repair> Repairs, SearchResult Result, double InContent, IReadOnlyList<ExplainedHit> Hits);

/// <param name="NearestPhrasing">The question or variant that is most like what was asked; null when none is.</param>
/// <param name="Likeness">Of the nearest phrasing, from 0 to 1.</param>
/// <param name="Whole">Score of the whole entry as a share of what the question could reach.</param>
/// <param name="Terms">What added most to the score of the whole entry, most first.</param>
/// <param name="Chance">That it is meant, from 0 to 1, as learnt from the phrasings.</param>
/// <param name="Learnt">What spoke most for it in that, most first.</param>
public sealed record ExplainedHit(
    string Id, double Score, string? NearestPhrasing, double Likeness, double Whole, IReadOnlyList<ExplainedTerm> Terms,
    double Chance, IReadOnlyList<LearntTerm> Learnt);

/// <param name="Term">A word, or two neighbours, without marks.</param>
/// <param name="Score">How much it speaks for the entry.</param>
public sealed record LearntTerm(string Term, double Score);

/// <param name="Term">A word, a word with its marks, or two neighbours.</param>
/// <param name="Fields">Where the entry has it: question, variants, title, body.</param>
public sealed record ExplainedTerm(string Term, double Score, IReadOnlyList<string> Fields);
