using Microsoft.AspNetCore.Identity;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Accounts;

/// <summary>No rules about kinds of characters: long enough, and not what is tried first.</summary>
internal sealed class PasswordRules(StaffFacts facts) : IPasswordValidator<StaffMember>
{
    public const int MinChars = 12;

    /// <summary>A longer one is no safer, and each is hashed.</summary>
    public const int MaxChars = 200;

    public Task<IdentityResult> ValidateAsync(UserManager<StaffMember> manager, StaffMember user, string? password) =>
        Task.FromResult(Find(password ?? "", [user.Name, user.DisplayName, facts.Organisation]) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault })
            : IdentityResult.Success);

    /// <param name="names">Of the member and of the organisation.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Find(string password, IEnumerable<string> names)
    {
        var length = new System.Globalization.StringInfo(password).LengthInTextElements;
        return length < MinChars ? AccountFault.TooShort
            : password.Length > MaxChars ? AccountFault.TooLong
            : CommonPasswords.Contain(password) ? AccountFault.Common
            : GuessablePassword.Is(password, names) ? AccountFault.Guessable
            : null;
    }
}
