namespace Outreach.Storage.Turns;

/// <summary>What the store knows of a conversation before a turn.</summary>
/// <param name="State">Null when nothing is remembered, or it has expired.</param>
/// <param name="SubscribedIn">Language of the consent in force; null when there is none.</param>
public readonly record struct KnownConversation(ConversationState? State, string? SubscribedIn);
