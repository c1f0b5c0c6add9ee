using Outreach.Bot.Tests.Linkage.Attacks;

namespace Outreach.Bot.Tests.Linkage;

/// <summary>Runs every attack on every case and counts.</summary>
internal static class Attackers
{
    public static IReadOnlyList<Attack> All { get; } =
    [
        new OrderAttack(), new TimeAttack(), new SizeAttack(), new XminAttack(), new CtidAttack(), new TimeInIdsAttack(), new CountInIdsAttack(),
        new CounterAttack(), new AuditAttack(), new AuditPlaceAttack(), new LogAttack(), new OutboxAttack(), new ToastAttack(), new FileAttack(), new WalAttack(), new WalTimeAttack(),
        new MarksAttack(), new SeenGapAttack(), new MetricsAttack(),
    ];

    public static IReadOnlyList<Finding> Measure(Loot loot, IReadOnlyList<(SeenCase Seen, string Chat)> cases, IEnumerable<Attack> attacks) =>
        [.. attacks.Select(attack => Measure(loot, cases, attack))];

    private static Finding Measure(Loot loot, IReadOnlyList<(SeenCase Seen, string Chat)> cases, Attack attack)
    {
        var (found, chance, tries) = (0.0, 0.0, 0);
        foreach (var (seen, chat) in cases)
        {
            var right = seen.Candidates.TakeWhile(candidate => candidate != chat).Count();
            var picking = right < seen.Candidates.Count ? 1.0 / seen.Candidates.Count : 0;
            var shares = attack.Try(loot, seen).Select(scores => Share(scores, right)).ToList();
            tries += shares.Count;
            chance += picking / cases.Count;
            // Who has nothing to go by picks.
            found += (shares.Count > 0 ? shares.Average() : picking) / cases.Count;
        }

        return new Finding(attack.Name, found, chance, tries, cases.Count);
    }

    /// <summary>Among equals it is guessed.</summary>
    private static double Share(double[] scores, int right)
    {
        var best = scores.Length == 0 ? 0 : scores.Max();
        return right < scores.Length && scores[right] >= best ? 1.0 / scores.Count(score => score >= best) : 0;
    }
}
