namespace Outreach.Bot.Tests.EndToEnd;

/// <summary>Tests that start the real program run one after the other, when nothing else does: each takes both cores.</summary>
[CollectionDefinition(Alone, DisableParallelization = true)]
public sealed class RealProgram
{
    public const string Alone = "the real program, alone";
}
