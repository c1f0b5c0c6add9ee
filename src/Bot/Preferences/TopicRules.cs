namespace Outreach.Bot.Preferences;

/// <summary>Topics as a subscriber chose them. An empty list = all, also those that are added one day.</summary>
internal static class TopicRules
{
    /// <param name="chosen">As stored; what the content does not know any more is passed over.</param>
    /// <param name="all">The content's topics.</param>
    public static IReadOnlyList<string> Wanted(IReadOnlyList<string> chosen, IReadOnlyList<string> all) =>
        chosen.Count == 0 ? all : [.. all.Where(chosen.Contains)];

    /// <summary>With one more topic, or one less. Again changes nothing.</summary>
    /// <returns>As it is to be stored; null when none would be left, which must never be read as all.</returns>
    public static IReadOnlyList<string>? With(IReadOnlyList<string> chosen, IReadOnlyList<string> all, string topic, bool isWanted)
    {
        var before = Wanted(chosen, all);
        IReadOnlyList<string> after = [.. all.Where(id => id == topic ? isWanted : before.Contains(id))];
        return after.Count == 0 ? null : after.Count == all.Count ? [] : after;
    }
}
