using Microsoft.AspNetCore.Http;
using Outreach.Staff.Access;

namespace Outreach.Staff.Frame;

/// <summary>The console's phrases in the language of whoever asks: in pages <c>@T["sign-in.title"]</c>.</summary>
internal sealed class ConsoleText(IHttpContextAccessor accessor)
{
    /// <summary>Remembers the choice of somebody who is not signed in.</summary>
    public const string Cookie = "outreach-language";

    private string? _language;

    /// <summary><c>vi</c> or <c>en</c>.</summary>
    public string Language => _language ??= Choose(accessor.HttpContext);

    public string this[string key] => Phrases.Get(Language, key);

    /// <param name="values">What <c>{name}</c> in the phrase stands for.</param>
    public string this[string key, params (string Name, object Value)[] values] => Phrases.Get(Language, key, values);

    private static string Choose(HttpContext? context)
    {
        var chosen = context is null ? null : SignedIn.Find(context)?.Language ?? context.Request.Cookies[Cookie];
        return chosen == Phrases.English ? Phrases.English : Phrases.Vietnamese;
    }
}
