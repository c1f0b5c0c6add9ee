using Outreach.Content.Blocks;

namespace Outreach.Content.Answers;

/// <summary>A titled part of an answer or page.</summary>
public sealed record Section(string Title, IReadOnlyList<Block> Blocks);
