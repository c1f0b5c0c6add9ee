namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>How long ciphertexts are, beside how much is remembered of a chat.</summary>
internal sealed class SizeAttack : Attack
{
    public override string Name => "padded size";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen) =>
        from night in loot.NightsOf(seen)
        from size in night.RowsOf(seen.Id).SelectMany(row => row.Values.Values.OfType<byte[]>()).Select(bytes => bytes.Length).Distinct()
        from modulus in new[] { 16, 256, 4096 }
        select (double[])[.. seen.Candidates.Select(chat => night.Chats.TryGetValue(chat, out var trace)
            ? -Math.Abs((size % modulus) - (((string)trace.Row.Values["data"]!).Length % modulus))
            : -1e6)];
}
