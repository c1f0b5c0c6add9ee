namespace Outreach.Storage.Subscribers;

/// <summary>Those who asked for campaigns. Addresses go in and out in the clear and lie sealed; found by keyed HMAC.</summary>
public interface ISubscriberStore
{
    /// <summary>Whether this address has a consent in force, and what it said; null when not.</summary>
    Task<SubscriberProfile?> FindAsync(string channel, string address, CancellationToken cancellationToken);

    /// <summary>Records a consent. Doing it again changes nothing but the profile.</summary>
    /// <param name="wording">Id and version of the text that was agreed to.</param>
    Task SubscribeAsync(string channel, string address, SubscriberProfile profile, string wording, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Withdraws the consent; what proves that it was given and withdrawn stays until housekeeping. No-op when there is none.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> StopAsync(string channel, string address, DateTimeOffset at, Withdrawal because, CancellationToken cancellationToken);

    /// <summary>Changes the language of a subscriber; no-op when there is none.</summary>
    Task SetLanguageAsync(string channel, string address, string language, CancellationToken cancellationToken);

    /// <summary>Writes down what a subscriber chose, all of it. No-op when there is no consent in force.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> ChooseAsync(string channel, string address, SubscriberProfile profile, CancellationToken cancellationToken);

    /// <summary>Deletes the row and the conversation's state. No-op when there is none.</summary>
    Task ForgetAsync(string channel, string address, CancellationToken cancellationToken);
}
