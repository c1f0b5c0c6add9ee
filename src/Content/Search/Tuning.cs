namespace Outreach.Content.Search;

/// <summary>The numbers of the ranking, tuned by leaving one variant of the content out at a time and on labelled chat lines; most of them are flat around here.</summary>
internal sealed record Tuning
{
    public static Tuning Default { get; } = new();

    /// <summary>BM25's k1: how soon a word said again adds nothing more.</summary>
    public float Saturation { get; init; } = 2f;

    /// <summary>How much a pair of neighbours counts beside its two words.</summary>
    public float Pair { get; init; } = 0.8f;

    /// <summary>Share of a word's weight that hangs on its marks, where the content has several words with these letters.</summary>
    public float Marks { get; init; } = 0.75f;

    /// <summary>What is left of a word typed with marks that the content has only with others: a slip of the tone, or another word.</summary>
    public float OtherMarks { get; init; } = 0.4f;

    public FieldTuning Question { get; init; } = new(2.2f, 0.5f);
    public FieldTuning Variants { get; init; } = new(1.3f, 0.6f);
    public FieldTuning Title { get; init; } = new(1.2f, 0.5f);
    public FieldTuning Body { get; init; } = new(0.5f, 0.75f);

    /// <summary>A word that the synonyms put beside the typed one.</summary>
    public float Equivalent { get; init; } = 0.7f;

    /// <summary>A word that was mended before the search.</summary>
    public float Repaired { get; init; } = 0.85f;

    /// <summary>Weight of the model beside the whole entry, 0 to 1.</summary>
    public float Intents { get; init; } = 0.5f;

    /// <summary>Chances below this are all the same to the ranking.</summary>
    public float LeastChance { get; init; } = 1e-5f;

    /// <summary>Above this weight of words a question counts as a story: what it says beyond does not push its nearest phrasing away.</summary>
    public float StoryWeight { get; init; } = 30f;
}

/// <param name="Weight">Of one occurrence in this field.</param>
/// <param name="Length">BM25's b: 0 takes no notice of the field's length, 1 full notice.</param>
internal readonly record struct FieldTuning(float Weight, float Length);
