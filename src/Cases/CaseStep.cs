namespace Outreach.Cases;

/// <summary>Named points between which a process may die. What must hold after each is tested by ending one there.</summary>
internal enum CaseStep
{
    SubmitHashed,
    SubmitLinkKept,
    SubmitSaved,
    AddSaved,
    ReplyHeld,
    ReplyReleased,
    DeliveryClaimed,
    DeliverySent,
    DeliveryMarked,
    CloseSaved,
    CloseLinkForgotten,
    SecretOverwritten,
    EraseNoted,
    EraseMarked,
    EraseLinkDestroyed,
    EraseRowsDeleted,
    EpochKeyKept,
    EpochSaved,
    RewrapSaved,
    RewriteDone,
}
