using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Outreach.Storage.Keys;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>Looks at passwords and codes. A wrong name costs the same time and gets the same answer as a wrong password.</summary>
internal sealed class SignInDesk(UserManager<StaffMember> members, StaffStore store, SignInLimits limits, KeyRing keys, TimeProvider time)
{
    private static readonly StaffMember Nobody = new() { Name = "", NormalizedName = "", DisplayName = "", Role = StaffRole.Editor, CreatedOn = default };
    private static string? _nobodysHash;

    public async Task<SignInOutcome> CheckPasswordAsync(string name, string password, IPAddress? address, CancellationToken cancellationToken)
    {
        var normalized = members.NormalizeName(Short(name)) ?? "";
        var typed = Short(password, PasswordRules.MaxChars);
        if (limits.Begin(normalized, address) is { } wait)
        {
            return new SignInOutcome.TooMany(wait);
        }

        var member = await store.FindByNameAsync(normalized, cancellationToken);
        if (member?.LockedUntil > time.GetUtcNow())
        {
            return new SignInOutcome.TooMany(member.LockedUntil.Value - time.GetUtcNow());
        }

        if (member is null || member.Disabled || member.PasswordHash is null)
        {
            _nobodysHash ??= members.PasswordHasher.HashPassword(Nobody, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
            members.PasswordHasher.VerifyHashedPassword(Nobody, _nobodysHash, typed);
            return new SignInOutcome.Wrong();
        }

        if (!await members.CheckPasswordAsync(member, typed))
        {
            await FailedAsync(member);
            return new SignInOutcome.Wrong();
        }

        // The name stays counted until the second factor is right too: else whoever has the password could guess codes without end.
        return new SignInOutcome.Right(member);
    }

    /// <summary>The code of the authenticator app.</summary>
    /// <param name="halfway">Who gave the password.</param>
    public Task<SignInOutcome> CheckCodeAsync(StaffMember halfway, string code, IPAddress? address, CancellationToken cancellationToken) =>
        CheckSecondAsync(halfway, address, member => TakeCode(member, code), cancellationToken);

    /// <summary>One of the codes on paper; it is used up.</summary>
    public Task<SignInOutcome> CheckRecoveryCodeAsync(StaffMember halfway, string code, IPAddress? address, CancellationToken cancellationToken) =>
        CheckSecondAsync(
            halfway,
            address,
            member =>
            {
                var hash = RecoveryCodes.Hash(keys, member.Id, Short(code));
                var kept = member.RecoveryCodes.Where(other => !CryptographicOperations.FixedTimeEquals(other, hash)).ToList();
                var isRight = kept.Count < member.RecoveryCodes.Count;
                if (isRight)
                {
                    member.RecoveryCodes = kept;
                    store.Note(AuditDraft.OfStaff(member.Id, AuditAction.RecoveryCodeUsed, member.Id));
                }

                return isRight;
            },
            cancellationToken);

    /// <summary>A code of a member who is signed in, before something is changed; it is used up.</summary>
    public async Task<bool> TryTakeCodeAsync(StaffMember member, string code, IPAddress? address) =>
        limits.Begin(member.NormalizedName, address) is null && TakeCode(member, code) && (await members.UpdateAsync(member)).Succeeded && Forgiven(member, address);

    private async Task<SignInOutcome> CheckSecondAsync(
        StaffMember halfway, IPAddress? address, Func<StaffMember, bool> check, CancellationToken cancellationToken)
    {
        if (limits.Begin(halfway.NormalizedName, address) is { } wait)
        {
            return new SignInOutcome.TooMany(wait);
        }

        var member = await store.FindByIdAsync(halfway.Id.ToString("D"), cancellationToken);
        if (member is null || member.Disabled || !member.HasSecondFactor)
        {
            return new SignInOutcome.Wrong();
        }

        if (!check(member))
        {
            await FailedAsync(member);
            return new SignInOutcome.Wrong();
        }

        (member.FailedCount, member.LockedUntil) = (0, null);
        store.Note(AuditDraft.OfStaff(member.Id, AuditAction.SignedIn, member.Id));
        if (!(await members.UpdateAsync(member)).Succeeded)
        {
            return new SignInOutcome.Wrong(); // somebody else used the same code at the same moment
        }

        Forgiven(member, address);
        return new SignInOutcome.Right(member);
    }

    private bool TakeCode(StaffMember member, string code)
    {
        if (member.SealedAuthenticatorKey is not { } sealedKey
            || Totp.Find(keys.OpenAuthenticatorKey(member.Id, sealedKey), Short(code), time.GetUtcNow(), member.LastCodeStep) is not { } step)
        {
            return false;
        }

        member.LastCodeStep = step;
        return true;
    }

    private async Task FailedAsync(StaffMember member)
    {
        member.FailedCount++;
        member.LockedUntil = time.GetUtcNow() + SignInLimits.WaitAfter(member.FailedCount);
        store.Note(AuditDraft.OfStaff(null, AuditAction.SignInFailed, member.Id));
        await members.UpdateAsync(member); // of two at the same moment one is enough: the other was counted in memory
    }

    private bool Forgiven(StaffMember member, IPAddress? address)
    {
        limits.Forgive(member.NormalizedName, address);
        return true;
    }

    private static string Short(string text, int max = StaffMember.MaxNameChars) => text.Length > max ? text[..max] : text;
}
