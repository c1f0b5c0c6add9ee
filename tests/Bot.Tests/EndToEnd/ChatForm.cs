using System.Text.RegularExpressions;

namespace Outreach.Bot.Tests.EndToEnd;

/// <summary>The chat page as a browser without script uses it.</summary>
internal sealed partial class ChatForm(HttpClient http)
{
    private string? _conversation;

    /// <summary>Asks and gives back the page as it came.</summary>
    public async Task<string> AskAsync(string text)
    {
        _conversation ??= Conversation().Match(await http.GetStringAsync("/")).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("c", _conversation), new("m", Guid.NewGuid().ToString("N")), new("text", text)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = form };
        request.Headers.Add("X-Part", "1");
        using var answer = await http.SendAsync(request);
        return System.Net.WebUtility.HtmlDecode(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"c\" value=\"([^\"]+)\"")]
    private static partial Regex Conversation();
}
