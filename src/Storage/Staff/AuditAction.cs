namespace Outreach.Storage.Staff;

/// <summary>What was done. Stored by name: append, never rename.</summary>
public enum AuditAction
{
    SignedIn,
    SignInFailed,
    SignedOut,
    SignedOutEverywhere,
    PasswordChanged,
    SecondFactorSet,
    RecoveryCodeUsed,
    RecoveryCodesRenewed,

    StaffAdded,
    StaffChanged,
    StaffReset,
    StaffDisabled,
    StaffEnabled,
    CasesHandedOver,
    AuditRead,

    CaseRead,
    CaseClaimed,
    CaseReleased,
    CaseAssigned,
    CaseNoted,
    CaseReplied,
    CaseReplyTakenBack,
    CaseReferred,
    CaseReferralChanged,
    CaseReported,
    CaseClosed,
    CaseReopened,
    CaseQuarantined,
    CaseRestored,
}
