using Outreach.Storage.Cases;

namespace Outreach.Cases.Desk;

/// <summary>A text of a case, open, for staff.</summary>
public sealed record DeskText
{
    public required Guid Id { get; init; }

    /// <summary>Its place in the case, from 1.</summary>
    public required int Number { get; init; }

    public required TextAuthor Author { get; init; }

    /// <summary>Who of the staff wrote it; null = the worker.</summary>
    public required Guid? StaffId { get; init; }

    public required string Text { get; init; }
    public required DateOnly On { get; init; }
    public required TextDelivery Delivery { get; init; }

    public override string ToString() => nameof(DeskText);
}
