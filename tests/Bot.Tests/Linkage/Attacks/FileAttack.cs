namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>When files below the data directory were made and written last, and which came and went that day.</summary>
internal sealed class FileAttack : Attack
{
    public override string Name => "file names and times";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        var night = loot.NightsOf(seen).FirstOrDefault();
        if (night is null)
        {
            yield break;
        }

        var known = seen.First == 0 ? [] : loot.Nights[seen.First - 1].Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var born = night.Files.Where(file => !known.Contains(file.Path)).Select(file => loot.Simulated(file.Born)).Where(moment => loot.IsOn(moment, seen.Day)).ToList();
        var written = night.Files.Select(file => loot.Simulated(file.Written)).Where(moment => loot.IsOn(moment, seen.Day)).ToList();
        if (born.Count > 0)
        {
            yield return ByAnyOf(loot, seen, born);
        }

        if (written.Count > 0)
        {
            yield return ByAnyOf(loot, seen, written);
        }
    }
}
