namespace Outreach.Content.Search;

/// <summary>How much a term tells: the inverse document frequency of BM25, never below zero.</summary>
internal static class Rarity
{
    public static float Of(int found, int all) => MathF.Log(1 + ((all - found + 0.5f) / (found + 0.5f)));
}
