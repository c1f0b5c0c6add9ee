namespace Outreach.Bot.CommandLine;

/// <summary>Where a verb writes: what was asked for to standard output, everything else to standard error.</summary>
internal sealed record Terminal(TextWriter Out, TextWriter Error);
