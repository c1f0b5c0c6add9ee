namespace Outreach.Channels.Telegram;

/// <summary>What one update was found to be.</summary>
/// <param name="Number">Its update_id, as far as that much could be read.</param>
internal abstract record ReadUpdate(long? Number)
{
    /// <param name="CallbackId">To be answered, or the person's button keeps spinning.</param>
    internal sealed record Known(long Id, Activity Activity, string? CallbackId = null) : ReadUpdate(Id);

    /// <summary>Whole, but nothing for us.</summary>
    internal sealed record Ignored(long Id) : ReadUpdate(Id);

    /// <summary>Not to be read. <paramref name="UpdateId"/> is the same when it comes again.</summary>
    internal sealed record Broken(long? Number, string UpdateId, string Shape) : ReadUpdate(Number);
}
