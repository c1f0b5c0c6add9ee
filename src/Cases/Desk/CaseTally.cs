using Outreach.Storage.Cases;

namespace Outreach.Cases.Desk;

/// <param name="Month">In which they came, as yyyymm.</param>
public sealed record CaseTally(int Month, string Topic, FirstReplyWithin FirstReply, int Count);
