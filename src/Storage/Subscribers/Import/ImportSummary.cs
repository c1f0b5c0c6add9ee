namespace Outreach.Storage.Subscribers.Import;

/// <summary>What became of the rows of a list.</summary>
public sealed record ImportSummary
{
    public long Rows => Added + Renewed + Kept + LeftWithdrawn + Refused;

    public long Added { get; init; }

    /// <summary>Had withdrawn, and consented again later.</summary>
    public long Renewed { get; init; }

    /// <summary>Were subscribed already, or stand in the file more than once: their first consent and what they said stay.</summary>
    public long Kept { get; init; }

    /// <summary>Withdrew after the consent that the file tells of.</summary>
    public long LeftWithdrawn { get; init; }

    /// <summary>Rows with a fault.</summary>
    public long Refused { get; init; }

    internal ImportSummary Plus(ImportSummary other) => new()
    {
        Added = Added + other.Added,
        Renewed = Renewed + other.Renewed,
        Kept = Kept + other.Kept,
        LeftWithdrawn = LeftWithdrawn + other.LeftWithdrawn,
        Refused = Refused + other.Refused,
    };
}
