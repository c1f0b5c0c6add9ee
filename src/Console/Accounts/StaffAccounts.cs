using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Outreach.Storage;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>Makes, changes, resets and disables accounts; each change is in the audit.</summary>
public sealed class StaffAccounts
{
    private readonly UserManager<StaffMember> _members;
    private readonly StaffStore _store;
    private readonly KeyRing _keys;
    private readonly LocalDay _day;
    private readonly TimeProvider _time;

    internal StaffAccounts(UserManager<StaffMember> members, StaffStore store, KeyRing keys, LocalDay day, TimeProvider time) =>
        (_members, _store, _keys, _day, _time) = (members, store, keys, day, time);

    private OutreachDb Db => _store.Db;

    public Task<bool> HasAnyAsync(CancellationToken cancellationToken) => Db.Staff.AnyAsync(cancellationToken);

    public async Task<StaffMember?> FindByNameAsync(string name) => await _members.FindByNameAsync(name);

    internal Task<StaffMember?> FindAsync(Guid id, CancellationToken cancellationToken) => Db.Staff.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    /// <summary>A new account with this password; its second factor is set up at the first sign-in.</summary>
    public async Task<AccountOutcome> AddAsync(NewMember wanted, string password, Actor by)
    {
        var member = Make(wanted);
        _store.Note(Line(by, AuditAction.StaffAdded, member));
        return Outcome(await _members.CreateAsync(member, password), member);
    }

    /// <summary>A new account without a password: whoever gets the link sets one.</summary>
    public async Task<AccountOutcome> InviteAsync(NewMember wanted, Actor by)
    {
        var member = Make(wanted);
        _store.Note(Line(by, AuditAction.StaffAdded, member));
        var link = AddInvitation(member.Id);
        return Outcome(await _members.CreateAsync(member), member, link);
    }

    /// <summary>Takes password, second factor and recovery codes away, ends all sessions, and makes a link to set new ones.</summary>
    public async Task<AccountOutcome> ResetAsync(StaffMember member, Actor by, CancellationToken cancellationToken)
    {
        (member.PasswordHash, member.SealedAuthenticatorKey, member.HasSecondFactor, member.RecoveryCodes) = (null, null, false, []);
        (member.FailedCount, member.LockedUntil) = (0, null);
        await DropInvitationsAsync(member.Id, cancellationToken);
        var link = AddInvitation(member.Id);
        _store.Note(Line(by, AuditAction.StaffReset, member));
        return Outcome(await _members.UpdateSecurityStampAsync(member), member, link);
    }

    public async Task<AccountOutcome> DisableAsync(StaffMember member, Actor by, CancellationToken cancellationToken)
    {
        if (member.Id == by.StaffId || await IsLastAdminAsync(member, cancellationToken))
        {
            return new AccountOutcome.WouldLockOut();
        }

        member.Disabled = true;
        await DropInvitationsAsync(member.Id, cancellationToken);
        _store.Note(Line(by, AuditAction.StaffDisabled, member));
        return Outcome(await _members.UpdateSecurityStampAsync(member), member);
    }

    internal async Task<AccountOutcome> EnableAsync(StaffMember member, Actor by)
    {
        member.Disabled = false;
        _store.Note(Line(by, AuditAction.StaffEnabled, member));
        return Outcome(await _members.UpdateAsync(member), member);
    }

    /// <summary>Role, topics and the name shown.</summary>
    internal async Task<AccountOutcome> ChangeAsync(StaffMember member, string displayName, StaffRole role, IReadOnlyList<string> topics, Actor by, CancellationToken cancellationToken)
    {
        if (role != member.Role && (member.Id == by.StaffId || await IsLastAdminAsync(member, cancellationToken)))
        {
            return new AccountOutcome.WouldLockOut();
        }

        (member.DisplayName, member.Role, member.Topics) = (Shown(displayName, member.Name), role, [.. topics]);
        _store.Note(Line(by, AuditAction.StaffChanged, member));
        return Outcome(await _members.UpdateAsync(member), member);
    }

    internal async Task<AccountOutcome> SpeakAsync(StaffMember member, string displayName, string language)
    {
        (member.DisplayName, member.Language) = (Shown(displayName, member.Name), language);
        return Outcome(await _members.UpdateAsync(member), member);
    }

    /// <summary>A new password in place of the one that is known; ends all sessions.</summary>
    internal async Task<AccountOutcome> ChangePasswordAsync(StaffMember member, string current, string password)
    {
        _store.Note(AuditDraft.OfStaff(member.Id, AuditAction.PasswordChanged, member.Id));
        return Outcome(await _members.ChangePasswordAsync(member, current, password), member);
    }

    /// <summary>Ends all sessions of a member.</summary>
    internal async Task<AccountOutcome> SignOutEverywhereAsync(StaffMember member)
    {
        _store.Note(AuditDraft.OfStaff(member.Id, AuditAction.SignedOutEverywhere, member.Id));
        return Outcome(await _members.UpdateSecurityStampAsync(member), member);
    }

    /// <summary>The key for the authenticator app: the one that waits for its first code, or a new one.</summary>
    internal async Task<string?> PrepareSecondFactorAsync(StaffMember member)
    {
        if (member.HasSecondFactor)
        {
            return null;
        }

        if (member.SealedAuthenticatorKey is { } waiting)
        {
            return _keys.OpenAuthenticatorKey(member.Id, waiting);
        }

        var key = Totp.NewKey();
        member.SealedAuthenticatorKey = _keys.SealAuthenticatorKey(member.Id, key);
        return (await _members.UpdateAsync(member)).Succeeded ? key : null;
    }

    /// <summary>The first code was right: from now on it is asked for.</summary>
    /// <returns>The recovery codes, to be shown once; null when the code was wrong.</returns>
    internal async Task<IReadOnlyList<string>?> ConfirmSecondFactorAsync(StaffMember member, string code)
    {
        if (member.HasSecondFactor || member.SealedAuthenticatorKey is not { } sealedKey
            || Totp.Find(_keys.OpenAuthenticatorKey(member.Id, sealedKey), code, _time.GetUtcNow(), member.LastCodeStep) is not { } step)
        {
            return null;
        }

        (member.HasSecondFactor, member.LastCodeStep, member.FailedCount, member.LockedUntil) = (true, step, 0, null);
        _store.Note(AuditDraft.OfStaff(member.Id, AuditAction.SecondFactorSet, member.Id));
        _store.Note(AuditDraft.OfStaff(member.Id, AuditAction.SignedIn, member.Id));
        return await GiveCodesAsync(member);
    }

    /// <summary>New recovery codes in place of those that are left; null when somebody else changed the account meanwhile.</summary>
    internal Task<IReadOnlyList<string>?> RenewCodesAsync(StaffMember member)
    {
        _store.Note(AuditDraft.OfStaff(member.Id, AuditAction.RecoveryCodesRenewed, member.Id));
        return GiveCodesAsync(member);
    }

    /// <summary>What a one-time link is for; null when it is unknown, used or too old.</summary>
    internal async Task<StaffInvitation?> FindInvitationAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (InvitationToken.Hash(token), _time.GetUtcNow());
        var found = await Db.StaffInvitations.SingleOrDefaultAsync(i => i.Hash == hash && i.ExpiresAt > now, cancellationToken);
        // A link to the first account is worth nothing once there is one.
        return found is { StaffId: null } && await HasAnyAsync(cancellationToken) ? null : found;
    }

    /// <summary>The first account of all; uses up every link to it.</summary>
    internal async Task<AccountOutcome> AcceptFirstAsync(NewMember wanted, string password, CancellationToken cancellationToken)
    {
        var member = Make(wanted with { Role = StaffRole.Admin });
        Db.StaffInvitations.RemoveRange(await Db.StaffInvitations.Where(i => i.StaffId == null).ToListAsync(cancellationToken));
        _store.Note(AuditDraft.OfStaff(member.Id, AuditAction.StaffAdded, member.Id) with { Source = "first account" });
        return Outcome(await _members.CreateAsync(member, password), member);
    }

    /// <summary>A password set by a one-time link; uses the link up and ends all sessions.</summary>
    internal async Task<AccountOutcome> AcceptAsync(StaffInvitation invitation, string password, CancellationToken cancellationToken)
    {
        var member = await FindAsync(invitation.StaffId!.Value, cancellationToken);
        if (member is null || member.Disabled)
        {
            return new AccountOutcome.Unknown();
        }

        Db.StaffInvitations.Remove(invitation);
        _store.Note(AuditDraft.OfStaff(member.Id, AuditAction.PasswordChanged, member.Id) with { Source = "one-time link" });
        return Outcome(await _members.AddPasswordAsync(member, password), member);
    }

    /// <summary>A link to make the first account.</summary>
    internal async Task<string> OfferFirstAsync(CancellationToken cancellationToken)
    {
        var link = AddInvitation(null);
        await Db.SaveChangesAsync(cancellationToken);
        return link;
    }

    private async Task<IReadOnlyList<string>?> GiveCodesAsync(StaffMember member)
    {
        var codes = RecoveryCodes.New();
        member.RecoveryCodes = [.. codes.Select(code => RecoveryCodes.Hash(_keys, member.Id, code))];
        return (await _members.UpdateAsync(member)).Succeeded ? codes : null;
    }

    private StaffMember Make(NewMember wanted)
    {
        var name = wanted.Name.Trim();
        return new StaffMember
        {
            Name = name.Length > StaffMember.MaxNameChars ? "" : name,
            NormalizedName = "",
            DisplayName = Shown(wanted.DisplayName, name),
            Role = wanted.Role,
            Topics = [.. wanted.Topics],
            Language = wanted.Language == "en" ? "en" : "vi",
            CreatedOn = _day.Today,
        };
    }

    private static string Shown(string displayName, string name)
    {
        var shown = displayName.Trim();
        shown = shown.Length == 0 ? name : shown;
        return shown.Length > StaffMember.MaxNameChars ? shown[..StaffMember.MaxNameChars] : shown;
    }

    private string AddInvitation(Guid? staffId)
    {
        var token = InvitationToken.New();
        Db.StaffInvitations.Add(new StaffInvitation { Hash = InvitationToken.Hash(token), StaffId = staffId, ExpiresAt = _time.GetUtcNow() + InvitationToken.GoodFor });
        return token;
    }

    private async Task DropInvitationsAsync(Guid staffId, CancellationToken cancellationToken) =>
        Db.StaffInvitations.RemoveRange(await Db.StaffInvitations.Where(i => i.StaffId == staffId).ToListAsync(cancellationToken));

    private async Task<bool> IsLastAdminAsync(StaffMember member, CancellationToken cancellationToken) =>
        member is { Role: StaffRole.Admin, Disabled: false }
        && !await Db.Staff.AnyAsync(s => s.Role == StaffRole.Admin && !s.Disabled && s.Id != member.Id, cancellationToken);

    private static AuditDraft Line(Actor by, AuditAction action, StaffMember member) =>
        AuditDraft.OfStaff(by.StaffId, action, member.Id) with { Source = by.Source };

    private static AccountOutcome Outcome(IdentityResult result, StaffMember member, string? link = null) =>
        result.Succeeded ? new AccountOutcome.Done(member, link) : new AccountOutcome.Refused([.. result.Errors.Select(error => error.Code).Distinct()]);
}
