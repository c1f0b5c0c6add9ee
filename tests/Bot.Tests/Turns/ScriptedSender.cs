using Outreach.Channels;
using Outreach.Content.Blocks;

namespace Outreach.Bot.Tests.Turns;

/// <summary>The far end of a channel: keeps what arrives, and says what a test told it to say.</summary>
internal sealed class ScriptedSender(string channel) : IChannelSender
{
    private readonly Lock _gate = new();
    private readonly List<(ChannelAddress Address, Reply Reply)> _arrived = [];
    private readonly Queue<SendOutcome> _outcomes = new();
    private readonly TaskCompletionSource _deleted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _sent;

    public string Channel => channel;

    public IReadOnlyList<(ChannelAddress Address, Reply Reply)> Arrived
    {
        get
        {
            lock (_gate)
            {
                return [.. _arrived];
            }
        }
    }

    public IReadOnlyList<string> Texts => [.. Arrived.Select(arrived => PlainText.Of([.. arrived.Reply.Blocks, .. arrived.Reply.Covered]))];

    /// <summary>Waits here before each sending, when set.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Thrown by each sending, when set.</summary>
    public Exception? Fault { get; set; }

    public void Next(params SendOutcome[] outcomes)
    {
        foreach (var outcome in outcomes)
        {
            _outcomes.Enqueue(outcome);
        }
    }

    public TimeSpan DeletableFor { get; set; } = TimeSpan.FromHours(48);

    /// <summary>Ids that were deleted.</summary>
    public List<string> Deleted { get; } = [];

    /// <summary>Completes when something was deleted.</summary>
    public Task WhenDeletedAsync(CancellationToken cancellationToken) => _deleted.Task.WaitAsync(cancellationToken);

    /// <summary>What the next deletions are answered with; then they succeed.</summary>
    public Queue<DeleteOutcome> Deletions { get; } = new();

    public Task<DeleteOutcome> DeleteAsync(ChannelAddress address, IReadOnlyList<string> messageIds, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var outcome = Deletions.Count > 0 ? Deletions.Dequeue() : new DeleteOutcome.Gone();
            if (outcome is DeleteOutcome.Gone)
            {
                Deleted.AddRange(messageIds);
                _deleted.TrySetResult();
            }

            return Task.FromResult(outcome);
        }
    }

    public async Task<SendOutcome> SendAsync(ChannelAddress address, Reply reply, SendPriority priority, CancellationToken cancellationToken)
    {
        await Gate.WaitAsync(cancellationToken);
        if (Fault is { } fault)
        {
            throw fault;
        }

        lock (_gate)
        {
            var outcome = _outcomes.Count > 0 ? _outcomes.Dequeue() : new SendOutcome.Sent($"{++_sent}");
            if (outcome is SendOutcome.Sent)
            {
                _arrived.Add((address, reply));
            }

            return outcome;
        }
    }
}
