using Outreach.Content.Crisis;

namespace Outreach.Bot.Help;

/// <summary>What a page for help shows.</summary>
/// <param name="State">Null = the draft is not there any more.</param>
/// <param name="Token">For the next form.</param>
/// <param name="Card">The danger that the words just written tell of: its card comes first.</param>
/// <param name="MustTick">A box of the consent was left empty.</param>
internal sealed record HelpSheet(HelpState? State, string Token, CrisisKind? Card = null, bool MustTick = false);
