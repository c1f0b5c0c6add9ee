namespace Outreach.Staff.Frame;

/// <summary>What the console's pages are drawn and moved with.</summary>
internal sealed class ConsoleAssets() : EmbeddedAssets(typeof(ConsoleAssets).Assembly, "Outreach.Staff.assets.");
