namespace Outreach.Content.Shared;

/// <summary>The dated figures.</summary>
public sealed class FigureTable
{
}
