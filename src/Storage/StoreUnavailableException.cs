namespace Outreach.Storage;

/// <summary>The database cannot be reached now. Its message carries no data.</summary>
public sealed class StoreUnavailableException : Exception
{
    public StoreUnavailableException() : base("The database cannot be reached.") { }

    public StoreUnavailableException(string message) : base(message) { }

    /// <param name="inner">Kept for its type and state; its message is never logged.</param>
    public StoreUnavailableException(string message, Exception inner) : base(message, inner) { }
}
