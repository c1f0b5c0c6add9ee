namespace Outreach.Cases.Triage;

/// <summary>Whether a worker's words tell of danger. The words are content, which this room does not know: the host gives the answer.</summary>
public delegate bool TellsOfDanger(string text, string language);
