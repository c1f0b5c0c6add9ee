namespace Outreach.Storage.Turns;

/// <summary>What the group commit takes.</summary>
internal abstract record TurnWork
{
    private TurnWork() { }

    public sealed record Commit(TurnCommit Turn) : TurnWork;

    public sealed record Complete(Guid OutboxId) : TurnWork;
}
