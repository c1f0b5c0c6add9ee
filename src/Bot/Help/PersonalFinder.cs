using Outreach.Cases.PersonalData;
using Outreach.Content.Store;

namespace Outreach.Bot.Help;

/// <summary>The house's detector, with the words of phrases.yml for what it masks (<c>help.masked.phone</c>, …).</summary>
internal static class PersonalFinder
{
    public static PersonalWords Make(ContentStore content) => new(
        text => [.. PersonalData.Find(text).Select(span => text.Substring(span.Start, span.Length)).Distinct(StringComparer.Ordinal)],
        (text, language) => PersonalData.Mask(
            text, PersonalData.Find(text), kind => content.Current.In(language).Phrases.Get($"help.masked.{kind.ToString().ToLowerInvariant()}")));
}
