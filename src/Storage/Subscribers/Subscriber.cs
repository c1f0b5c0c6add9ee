namespace Outreach.Storage.Subscribers;

/// <summary>Somebody who asked for campaigns. Never a name, a user name or a picture.</summary>
public sealed class Subscriber
{
    /// <summary>The table's name, which its sealed addresses are bound to.</summary>
    public const string Table = "subscribers";

    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Channel { get; init; }

    /// <summary>HMAC of channel and address (<see cref="Keys.KeyRing.ConversationKey"/>): one row a conversation.</summary>
    public required byte[] LookupKey { get; init; }

    /// <summary>Sealed and bound to <see cref="Id"/>; null once the consent is withdrawn.</summary>
    public byte[]? Address { get; private set; }

    public string Language { get; private set; } = "vi";
    public string? Province { get; private set; }
    public string? Role { get; private set; }

    /// <summary>Topic ids; empty = all.</summary>
    public List<string> Topics { get; private set; } = [];

    /// <summary>Id and version of the text that was agreed to.</summary>
    public string ConsentWording { get; private set; } = "";

    public DateTimeOffset ConsentedAt { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Set with <see cref="WithdrawnAt"/>.</summary>
    public Withdrawal? WithdrawnBecause { get; private set; }

    /// <summary>Their own quiet hours, as minutes of the organisation's day; both null = those of the campaign. Equal = none.</summary>
    public short? QuietFrom { get; private set; }

    /// <summary>The first minute that is free again.</summary>
    public short? QuietTo { get; private set; }

    /// <summary>The same in all subscriptions that somebody said are theirs; random, and leads to nothing else. Null = linked with none.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Gives consent, or keeps the one in force: its first wording and time are what was agreed to.</summary>
    public void Consent(byte[] sealedAddress, string wording, DateTimeOffset at)
    {
        if (Address is not null && WithdrawnAt is null)
        {
            return;
        }

        Address = sealedAddress;
        ConsentWording = wording;
        ConsentedAt = at.ToUniversalTime();
        WithdrawnAt = null;
        WithdrawnBecause = null;
    }

    public void Describe(SubscriberProfile profile)
    {
        Language = profile.Language;
        Province = profile.Province;
        Role = profile.Role;
        Topics = [.. profile.Topics];
        RestFrom(profile.QuietFrom, profile.QuietTo);
    }

    public void Speak(string language) => Language = language;

    /// <param name="from">Minutes of the day; null together with <paramref name="to"/> = as the campaign says.</param>
    public void RestFrom(short? from, short? to) => (QuietFrom, QuietTo) = (from, to);

    /// <param name="person">Null = to nobody but themselves.</param>
    public void BelongTo(Guid? person) => PersonId = person;

    /// <summary>Withdraws the consent and drops the address and the link. What proves both times stays until housekeeping.</summary>
    /// <returns>False when there was none in force.</returns>
    public bool TryWithdraw(DateTimeOffset at, Withdrawal because)
    {
        if (WithdrawnAt is not null)
        {
            return false;
        }

        WithdrawnAt = at.ToUniversalTime();
        WithdrawnBecause = because;
        Address = null;
        PersonId = null;
        return true;
    }
}
