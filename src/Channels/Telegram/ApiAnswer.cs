namespace Outreach.Channels.Telegram;

/// <summary>What a call to the Bot API came to. Nothing a network or a server does is an exception.</summary>
internal abstract record ApiAnswer<T>
{
    private ApiAnswer() { }

    public sealed record Done(T Result) : ApiAnswer<T>;

    /// <summary>The API said no. The description is compared, never logged: it may name a chat.</summary>
    public sealed record Error(int Code, string Description, TimeSpan? RetryAfter = null, long? MigrateTo = null) : ApiAnswer<T>;

    /// <summary>Something answered, but not in the way of the Bot API (a gateway's page, a cut body).</summary>
    public sealed record Garbled(int Status) : ApiAnswer<T>;

    /// <summary>No connection came about: nothing left us.</summary>
    public sealed record Unreachable : ApiAnswer<T>;

    /// <summary>It left us and no answer came: broken off, timed out.</summary>
    public sealed record Unanswered : ApiAnswer<T>;
}
