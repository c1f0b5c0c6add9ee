namespace Outreach.Content.Shared;

/// <summary>A short text in each language.</summary>
public sealed record Localized(string Vi, string En)
{
    public string In(string language) => language == Languages.English ? En : Vi;
}
