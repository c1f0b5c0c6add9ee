using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Outreach.Storage;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>Staff members for ASP.NET Core Identity. Each change is saved together with the audit's lines that tell of it.</summary>
internal sealed class StaffStore(OutreachDb db, AuditTrail trail) : IUserPasswordStore<StaffMember>, IUserSecurityStampStore<StaffMember>
{
    private readonly List<AuditDraft> _lines = [];

    /// <summary>A line for the next save.</summary>
    public void Note(AuditDraft line) => _lines.Add(line);

    /// <summary>A one-time link for the next save, or its end.</summary>
    public OutreachDb Db => db;

    public async Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        db.Staff.Add(user);
        return await SaveAsync(cancellationToken);
    }

    public async Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken)
    {
        user.Version++;
        return await SaveAsync(cancellationToken);
    }

    public Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken) =>
        throw new NotSupportedException("An account is disabled, never deleted: the audit names it.");

    public async Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Staff.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) : null;

    public Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Staff.SingleOrDefaultAsync(s => s.NormalizedName == normalizedUserName, cancellationToken);

    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedName);

    public Task SetNormalizedUserNameAsync(StaffMember user, string? normalizedName, CancellationToken cancellationToken)
    {
        user.NormalizedName = normalizedName ?? "";
        return Task.CompletedTask;
    }

    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString("D"));

    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Name);

    public Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) =>
        throw new NotSupportedException("A name to sign in with does not change: the audit would tell of two.");

    public Task SetPasswordHashAsync(StaffMember user, string? passwordHash, CancellationToken cancellationToken)
    {
        user.PasswordHash = passwordHash;
        return Task.CompletedTask;
    }

    public Task<string?> GetPasswordHashAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(StaffMember user, string stamp, CancellationToken cancellationToken)
    {
        user.SecurityStamp = stamp;
        return Task.CompletedTask;
    }

    public Task<string?> GetSecurityStampAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public void Dispose()
    {
        // The context belongs to the request.
    }

    private async Task<IdentityResult> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await trail.SaveAsync(db, _lines, cancellationToken);
            _lines.Clear();
            return IdentityResult.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            return IdentityResult.Failed(new IdentityError { Code = AccountFault.Changed });
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return IdentityResult.Failed(new IdentityError { Code = AccountFault.NameTaken });
        }
    }
}
