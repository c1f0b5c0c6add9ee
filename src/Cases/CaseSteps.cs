namespace Outreach.Cases;

/// <summary>Where tests end a process, or make one believe that it ended. In the service nobody listens.</summary>
internal sealed class CaseSteps
{
    public Action<CaseStep>? Passing { get; set; }

    public void Pass(CaseStep step) => Passing?.Invoke(step);
}
