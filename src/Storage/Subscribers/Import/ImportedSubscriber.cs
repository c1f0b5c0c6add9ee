namespace Outreach.Storage.Subscribers.Import;

/// <summary>A row that is in order.</summary>
internal sealed record ImportedSubscriber(string Channel, string Address, SubscriberProfile Profile, string Wording, DateTimeOffset ConsentedAt)
{
    public override string ToString() => "A subscriber";
}
