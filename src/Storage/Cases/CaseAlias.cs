namespace Outreach.Storage.Cases;

/// <summary>An alias that was given once; kept so that it is never given again.</summary>
internal sealed class CaseAlias
{
    public const string Table = "case_aliases";

    public required string Alias { get; init; }
}
