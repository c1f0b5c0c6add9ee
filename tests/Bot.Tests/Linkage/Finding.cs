namespace Outreach.Bot.Tests.Linkage;

/// <summary>How often an attack found the right chat, and how often picking one of those who were there would have.</summary>
internal sealed record Finding(string Attack, double Found, double Chance, int Tries)
{
    /// <summary>What the promise allows above chance.</summary>
    public const double Allowed = 0.02;

    public bool Links => Found > Chance + Allowed;

    public override string ToString() => FormattableString.Invariant($"{Attack,-24} found {Found,7:P2}   chance {Chance,7:P2}   tries {Tries}");
}
