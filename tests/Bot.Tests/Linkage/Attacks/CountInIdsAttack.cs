using System.Buffers.Binary;

namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>Ids that carry a counter: some run of their bits grows from case to case.</summary>
internal sealed class CountInIdsAttack : Attack
{
    public override string Name => "bits of ids: count";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen).Take(1)
        let cases = night.CasesOf(seen.Day).Select(row => row.CaseId!.Value).ToList()
        from at in Enumerable.Range(0, 13)
        select ByPlace(loot, seen, [.. cases.OrderBy(id => BinaryPrimitives.ReadUInt32BigEndian(id.ToByteArray(bigEndian: true).AsSpan(at)))]);
}
