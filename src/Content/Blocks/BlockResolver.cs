namespace Outreach.Content.Blocks;

internal static class BlockResolver
{
    public static IReadOnlyList<Block> Resolve(IReadOnlyList<Block> blocks, ContentSnapshot snapshot, string language, DateOnly day) =>
        throw new NotSupportedException();
}
