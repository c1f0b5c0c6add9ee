namespace Outreach.Storage.Staff;

/// <summary>Somebody who signs in to the console. No e-mail address and no phone number: resets go through an admin.</summary>
public sealed class StaffMember
{
    /// <summary>The table's name, which the sealed authenticator key is bound to.</summary>
    public const string Table = "staff";

    /// <summary>The longest name to sign in with, and the longest shown.</summary>
    public const int MaxNameChars = 64;

    /// <summary>Version 4.</summary>
    public Guid Id { get; init; } = Guid.NewGuid();

    /// <summary>What they type to sign in.</summary>
    public required string Name { get; init; }

    /// <summary><see cref="Name"/> as it is compared: two that differ in case alone are one.</summary>
    public required string NormalizedName { get; set; }

    /// <summary>What colleagues see.</summary>
    public required string DisplayName { get; set; }

    public required StaffRole Role { get; set; }

    /// <summary>Ids of topics.yml given to a counsellor; none = none. Without meaning for other roles.</summary>
    public List<string> Topics { get; set; } = [];

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "vi";

    /// <summary>May not sign in; a session that is open ends with its next request.</summary>
    public bool Disabled { get; set; }

    /// <summary>Null = none is set: only a one-time link lets them in.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>The second factor's key, sealed under <c>keys/console</c> and bound to <see cref="Id"/>.</summary>
    public byte[]? SealedAuthenticatorKey { get; set; }

    /// <summary>The second factor was set up and tried once.</summary>
    public bool HasSecondFactor { get; set; }

    /// <summary>The 30-second step of the last code taken: none is taken twice.</summary>
    public long LastCodeStep { get; set; }

    /// <summary>HMACs of the recovery codes that are left.</summary>
    public List<byte[]> RecoveryCodes { get; set; } = [];

    /// <summary>Failures one after the other since the last success.</summary>
    public int FailedCount { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Changes with everything that must end the sessions that are open.</summary>
    public string SecurityStamp { get; set; } = Guid.NewGuid().ToString("N");

    public required DateOnly CreatedOn { get; init; }

    /// <summary>Counts changes: two at once are a conflict, not a loss.</summary>
    public int Version { get; set; }

    /// <summary>Whether a case of this topic is theirs to see.</summary>
    public bool MaySeeTopic(string topic) => Role switch
    {
        StaffRole.Manager => true,
        StaffRole.Counsellor => Topics.Contains(topic, StringComparer.Ordinal),
        _ => false,
    };
}
