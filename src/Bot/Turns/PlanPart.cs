using System.Text.Json.Serialization;
using Outreach.Storage.Subscribers;

namespace Outreach.Bot.Turns;

/// <summary>One thing a reply says, named by id. The discriminators are stored: append, never rename.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Phrase), "phrase")]
[JsonDerivedType(typeof(Answer), "answer")]
[JsonDerivedType(typeof(More), "more")]
[JsonDerivedType(typeof(Page), "page")]
[JsonDerivedType(typeof(Hotline), "hotline")]
[JsonDerivedType(typeof(Hotlines), "hotlines")]
[JsonDerivedType(typeof(Emergency), "emergency")]
[JsonDerivedType(typeof(Said), "said")]
[JsonDerivedType(typeof(Preferences), "preferences")]
internal abstract record PlanPart
{
    private PlanPart() { }

    /// <summary>A paragraph of phrases.yml.</summary>
    /// <param name="TopicId">Id of the topic whose name fills <c>{topic}</c>, or null.</param>
    public sealed record Phrase(string Key, string? TopicId = null) : PlanPart;

    /// <summary>The short answer, its source and date, its hotline.</summary>
    public sealed record Answer(string Id) : PlanPart;

    /// <summary>The sections of an answer.</summary>
    public sealed record More(string Id) : PlanPart;

    /// <summary>A fixed page with its hotlines under it.</summary>
    public sealed record Page(string Id) : PlanPart;

    /// <summary>One number to call; null = the organisation's own.</summary>
    public sealed record Hotline(string? Id) : PlanPart;

    /// <summary>The emergency card of a danger; where its page is missing, the numbers for it.</summary>
    public sealed record Emergency(string Kind, string PageId) : PlanPart;

    /// <summary>Words of a broadcast, the same for everyone: they lie in its plan and in no phrase.</summary>
    public sealed record Said(string Text) : PlanPart;

    /// <summary>What a subscriber has chosen, in one sentence.</summary>
    /// <param name="Topics">Ids; empty = all.</param>
    public sealed record Preferences(IReadOnlyList<string> Topics, short? QuietFrom, short? QuietTo, string? Province, string? Role, bool IsLinked = false) : PlanPart
    {
        public static Preferences Of(SubscriberProfile chosen) => new(chosen.Topics, chosen.QuietFrom, chosen.QuietTo, chosen.Province, chosen.Role, chosen.IsLinked);
    }

    /// <summary>A code shown once. It has no discriminator: a plan with it cannot be stored.</summary>
    public sealed record Code(string Text) : PlanPart;

    /// <summary>Every verified number.</summary>
    public sealed record Hotlines : PlanPart;
}
