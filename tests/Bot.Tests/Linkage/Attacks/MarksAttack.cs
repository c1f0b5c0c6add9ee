namespace Outreach.Bot.Tests.Linkage.Attacks;

/// <summary>
/// Whatever is kept of a chat, beside what is kept of a case: same language, same topic. And whatever only the chats of
/// people who asked for help have in their rows, a subscriber's among them.
/// </summary>
internal sealed class MarksAttack : Attack
{
    public override string Name => "marks of a chat";

    public override IEnumerable<double[]> Try(Loot loot, SeenCase seen)
    {
        foreach (var night in loot.NightsOf(seen).Take(2))
        {
            var row = night.CaseRow(seen.Id)!;
            var (language, topic) = ((string)row.Values["language"]!, (string)row.Values["topic"]!);
            var subscribers = night.Tables["subscribers"].ToLookup(s => Convert.ToHexString((byte[])s.Values["lookup_key"]!));
            yield return
            [
                .. seen.Candidates.Select(chat => night.Chats.TryGetValue(chat, out var trace)
                    ? ((string)trace.Row.Values["language"]! == language ? 1 : 0) + (((string)trace.Row.Values["data"]!).Contains(topic, StringComparison.Ordinal) ? 2.0 : 0)
                    : -1),
            ];
            yield return [.. seen.Candidates.Select(chat => subscribers[chat].Any(s => Tells(s, topic)) ? 1.0 : 0)];
            yield return [.. seen.Candidates.Select(chat => night.Chats.TryGetValue(chat, out var trace) && Tells(trace.Row, "help") ? 1.0 : 0)];
        }
    }

    private static bool Tells(StoredRow row, string word) =>
        row.Values.Values.Any(value => value?.ToString()?.Contains(word, StringComparison.OrdinalIgnoreCase) == true
            || (value as IEnumerable<string>)?.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)) == true);
}
