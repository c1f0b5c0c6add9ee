using Outreach.Cases.Requests;

namespace Outreach.Cases.Delivery;

/// <summary>Sends one reply of staff to a chat. The address is lent for this call alone: it is not kept, logged or handed on.</summary>
public delegate Task<DeliveryResult> SendReply(CaseAddress address, string text, string language, CancellationToken cancellationToken);
