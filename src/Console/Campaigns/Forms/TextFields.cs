namespace Outreach.Staff.Campaigns.Forms;

/// <summary>The fields of a message in one language.</summary>
/// <param name="Prefix">What their names begin with.</param>
internal sealed record TextFields(string Language, string Prefix, TextForm Form, PlanLook Look);
