namespace Outreach.Storage.Subscribers.Import;

/// <summary>The file is no list of subscribers: nothing of it was read. The message says what to mend and carries nothing of the file.</summary>
public sealed class ImportHeaderException(string message) : Exception(message);
