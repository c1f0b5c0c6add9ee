namespace Outreach.Bot.Tests.Linkage;

/// <summary>
/// When an attack counts as one that links requests to chats: when it is right more often than chance and two points, in the first
/// world, and again over the guesses of three worlds together.
/// </summary>
/// <remarks>
/// A world gives 200 guesses, of which about 4.5 % are right by chance, most of them at urgent cases, where few chats come into
/// question. One guess a case spreads by 1.4 points in a world (one standard deviation), so that one world alone would fail by luck: an
/// attack that guesses once a case is two points too lucky in 8 of 100 worlds. Over three worlds, 600 guesses, the spread is 0.8
/// points and luck gets so far in 4 of 1,000 runs; of the 19 attacks most average several tries a case, or have nothing to go by, and
/// spread less. An attack that is right in 8 % is found in 74 of 100 runs, one that is right in 10 % in 95. What was asked before,
/// 100 guesses and each of three worlds above the line by itself, found the 8 % in every third run. <c>LinkageRuleTests</c> plays
/// these numbers through. Asking the other worlds at less than two points would find more and live through three worlds in nearly
/// every run; more requests a day would drown the moments that files and the WAL tell among each other.
/// </remarks>
internal static class LinkageRule
{
    /// <summary>Worlds more, where an attack was too often right in the first.</summary>
    public const int More = 2;

    /// <summary>The attacks that link, with what they found in all worlds. Each world is another: other people, other times, a database of its own.</summary>
    /// <param name="measureAsync">Every attack's finding in the world of this number, from 0; each under a name of its own.</param>
    public static async Task<IReadOnlyList<Finding>> LinkingAsync(Func<int, Task<IReadOnlyList<Finding>>> measureAsync)
    {
        var first = await measureAsync(0);
        var suspects = first.Where(finding => finding.Links).ToDictionary(finding => finding.Attack, finding => new List<Finding> { finding }, StringComparer.Ordinal);
        for (var world = 1; world <= More && suspects.Count > 0; world++)
        {
            foreach (var finding in await measureAsync(world))
            {
                if (suspects.TryGetValue(finding.Attack, out var findings))
                {
                    findings.Add(finding);
                }
            }
        }

        return [.. suspects.Values.Select(Finding.Pool).Where(pooled => pooled.Links)];
    }
}
