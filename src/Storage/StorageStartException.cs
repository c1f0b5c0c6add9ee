namespace Outreach.Storage;

/// <summary>Storage cannot be opened as configured. The message says what to mend and carries no secret: it may be shown as it is.</summary>
public sealed class StorageStartException : Exception
{
    public StorageStartException() { }

    public StorageStartException(string message) : base(message) { }

    public StorageStartException(string message, Exception inner) : base(message, inner) { }
}
