using Outreach.Bot.Host;
using Outreach.Content;
using Outreach.Content.Store;
using Outreach.Storage;

namespace Outreach.Bot.Web;

/// <summary>What every public page asks for.</summary>
internal sealed class Site(
    ContentStore content,
    Microsoft.Extensions.Options.IOptions<OrganisationOptions> organisation,
    StorageStartup storage)
{
    public ContentStore Content { get; } = content;
    public DateOnly Today => Content.Today;

    /// <summary>Id of the organisation's own hotline.</summary>
    public string HotlineId => organisation.Value.Hotline;

    /// <summary>The store is memory: a banner says so on every page.</summary>
    public bool NothingIsKept => storage.KeepsNothing;

    /// <summary>A phrase with the organisation's name and the given values filled in.</summary>
    public string Phrase(ContentSnapshot snapshot, string language, string key, ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = snapshot.In(language).Phrases.Get(key, values);
        return text.Replace("{organisation}", organisation.Value.Name, StringComparison.Ordinal);
    }
}
