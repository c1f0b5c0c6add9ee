using Outreach.Cases.PersonalData;

namespace Outreach.Staff.Cases;

/// <summary>A part of a reply that looks personal.</summary>
internal sealed record PersonalPart(string Text, PersonalKind Kind)
{
    public static IReadOnlyList<PersonalPart> Find(string text) =>
        [.. PersonalData.Find(text).Select(span => new PersonalPart(text.Substring(span.Start, span.Length), span.Kind))];

    public override string ToString() => nameof(PersonalPart);
}
