using Outreach.Storage.Cases;

namespace Outreach.Cases.Requests;

/// <summary>What a worker asks, as they confirmed it.</summary>
public sealed record HelpRequest
{
    /// <summary>Longest <see cref="Text"/>, and longest text added later, in UTF-16 units; a dialog stops before it.</summary>
    public const int MaxTextChars = 10_000;

    /// <summary>Made with the draft, version 4: the same request confirmed twice is one case.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    public required AnswerMode Mode { get; init; }

    /// <summary>Id of topics.yml, or <c>other</c>.</summary>
    public required string Topic { get; init; }

    /// <summary>The answer to "is anyone in danger right now?".</summary>
    public required bool InDanger { get; init; }

    public required string Language { get; init; }
    public required string Text { get; init; }

    /// <summary>Version of the wording that was agreed to.</summary>
    public required string Consent { get; init; }

    /// <summary>The chat that answers go into; given exactly when <see cref="Mode"/> is <see cref="AnswerMode.Chat"/>.</summary>
    public CaseAddress? AnswerTo { get; init; }

    /// <summary>Shows nothing of what was written.</summary>
    public override string ToString() => nameof(HelpRequest);
}
