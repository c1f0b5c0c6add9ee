namespace Outreach.Content.Crisis;

/// <summary>The words by which somebody in danger is known, from <c>crisis.yml</c>.</summary>
public sealed class CrisisWords
{
}
