namespace Outreach.Bot.Tests.Linkage;

/// <summary>The truth about one request, which no attacker has.</summary>
internal sealed record Asked(Guid CaseId, int Chat, DateTimeOffset At, DateOnly Day, bool IsUrgent, bool IsChatMode, string Code);
