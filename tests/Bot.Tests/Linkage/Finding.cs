namespace Outreach.Bot.Tests.Linkage;

/// <summary>How often an attack found the right chat, and how often picking one of those who were there would have: shares of so many guesses, one a case.</summary>
internal sealed record Finding(string Attack, double Found, double Chance, int Tries, int Guesses)
{
    /// <summary>What the promise allows above chance.</summary>
    public const double Allowed = 0.02;

    public bool Links => Found > Chance + Allowed;

    /// <summary>One attack in several worlds, every guess counted alike.</summary>
    public static Finding Pool(IReadOnlyCollection<Finding> findings)
    {
        var guesses = findings.Sum(finding => finding.Guesses);
        return new Finding(
            findings.First().Attack,
            findings.Sum(finding => finding.Found * finding.Guesses) / guesses,
            findings.Sum(finding => finding.Chance * finding.Guesses) / guesses,
            findings.Sum(finding => finding.Tries),
            guesses);
    }

    public override string ToString() => FormattableString.Invariant($"{Attack,-24} found {Found,7:P2}   chance {Chance,7:P2}   guesses {Guesses}   tries {Tries}");
}
