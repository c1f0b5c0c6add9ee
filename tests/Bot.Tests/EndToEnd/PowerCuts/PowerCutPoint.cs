namespace Outreach.Bot.Tests.EndToEnd.PowerCuts;

/// <summary>A named point at which the power is cut, and what must be so after the next start.</summary>
/// <param name="Name">For the command line and for whoever reads a failure.</param>
/// <param name="CutAsync">Brings the stage to the point and cuts the power there.</param>
/// <param name="LookAsync">Looks, with the program running again.</param>
internal sealed record PowerCutPoint(string Name, Func<PowerCutStage, CancellationToken, Task> CutAsync, Func<PowerCutStage, CancellationToken, Task> LookAsync);
