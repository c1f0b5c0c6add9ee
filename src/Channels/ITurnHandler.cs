namespace Outreach.Channels;

/// <summary>Where a channel hands in what came. Bot implements it; a channel's tests have their own.</summary>
public interface ITurnHandler
{
    /// <summary>Handles one activity to the point where its effect is stored; the reply is sent afterwards, on its own.</summary>
    Task<TurnReceipt> AcceptAsync(Activity activity, CancellationToken cancellationToken);

    /// <summary>Keeps an authentic update that could not be read: its channel and shape, never its text.</summary>
    /// <param name="shape">Names of JSON members and kinds of values, at most 500 characters; no value of any of them.</param>
    Task<TurnReceipt> KeepDeadLetterAsync(string channel, string updateId, string shape, CancellationToken cancellationToken);
}
