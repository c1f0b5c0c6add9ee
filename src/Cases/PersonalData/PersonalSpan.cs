namespace Outreach.Cases.PersonalData;

/// <summary>A stretch of a text that tells who somebody is. Start and length are UTF-16 characters of that text.</summary>
public sealed record PersonalSpan(int Start, int Length, PersonalKind Kind)
{
    internal int End => Start + Length;
}
