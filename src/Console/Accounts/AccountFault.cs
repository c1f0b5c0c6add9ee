namespace Outreach.Staff.Accounts;

/// <summary>Why an account could not be made or changed: Identity's codes and ours. Each has a phrase <c>fault.CODE</c>.</summary>
internal static class AccountFault
{
    public const string NameTaken = "DuplicateUserName";
    public const string NameWrong = "InvalidUserName";
    public const string TooShort = "PasswordTooShort";
    public const string TooLong = "PasswordTooLong";
    public const string Common = "PasswordCommon";
    public const string Guessable = "PasswordGuessable";
    public const string Changed = "ConcurrencyFailure";
}
