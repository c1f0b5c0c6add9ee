using Outreach.Storage.Cases;

namespace Outreach.Cases.Desk;

/// <summary>A case in a list: nothing of what was written.</summary>
public sealed record CaseLine
{
    public required Guid Id { get; init; }
    public required string Alias { get; init; }

    /// <summary>A name of the console's palette: pink, red, orange, yellow, lime, green, teal, cyan, azure, blue, indigo, purple.</summary>
    public required string Colour { get; init; }

    public required AnswerMode Mode { get; init; }
    public required string Topic { get; init; }
    public required CasePriority Priority { get; init; }
    public required CaseState State { get; init; }
    public required Guid? AssignedTo { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public required DateOnly LastOn { get; init; }

    /// <summary>The hour, while urgent and not closed.</summary>
    public required DateTimeOffset? UrgentSince { get; init; }
}
