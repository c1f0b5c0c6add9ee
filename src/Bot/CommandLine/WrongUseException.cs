namespace Outreach.Bot.CommandLine;

/// <summary>Asked for in a way that cannot be done: exit 2 with this message, which carries nothing that somebody typed to the bot.</summary>
internal sealed class WrongUseException(string message) : Exception(message);
