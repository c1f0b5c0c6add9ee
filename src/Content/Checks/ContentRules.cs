using Outreach.Content.Loading;

namespace Outreach.Content.Checks;

/// <summary>The rules that look across files, in one list.</summary>
internal sealed class ContentRules(ContentParts parts, IssueList issues)
{
    public void Check()
    {
        if (parts.Files.Texts.Count == 0)
        {
            issues.Error(Spot.StartOf("."), Codes.NoContent, "the content folder is missing or empty", "Name the right folder in Content:Path, or with --content.");
            return;
        }

        LayoutRules.Check(parts, issues);
        var references = new ReferenceRules(parts, issues);
        references.Check(parts.References);
        foreach (var text in parts.Texts)
        {
            references.Check(text.References, text);
        }

        DateRules.Check(parts, issues);
        TextRules.Check(parts, issues);
        WordingRules.Check(parts, issues);
        VariantRules.Check(parts, issues);
        TranslationRules.Check(parts, issues);
        PhraseRules.Check(parts.Phrases, issues);
    }
}
