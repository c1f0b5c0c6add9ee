namespace Outreach.Storage;

/// <summary>The database refused what was to be written: a fault of ours. Its message carries no data.</summary>
public sealed class StoreRefusedException : Exception
{
    public StoreRefusedException() { }

    /// <param name="sqlState">The five characters PostgreSQL gave as its reason.</param>
    public StoreRefusedException(string sqlState) : base($"The database refused a write (SQLSTATE {sqlState}).") { }

    public StoreRefusedException(string message, Exception inner) : base(message, inner) { }
}
