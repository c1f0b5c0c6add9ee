using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Staff.Accounts;
using Outreach.Storage.Staff;

namespace Outreach.Benchmarks.Help;

/// <summary>A member of staff, signed in with both factors.</summary>
internal sealed partial class StaffClient : IDisposable
{
    private const string Password = "con trâu đen ăn cỏ ướt";

    private readonly HttpClient _http;

    private StaffClient(Uri console, StaffMember member) =>
        (_http, Member) = (new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = console }, member);

    public StaffMember Member { get; }

    public static async Task<StaffClient> SignInAsync(HelpHouse house, StaffRole role, params string[] topics)
    {
        StaffMember member;
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var draft = new NewMember { Name = role.ToString().ToLowerInvariant(), DisplayName = role.ToString(), Role = role, Topics = topics };
            member = ((AccountOutcome.Done)await scope.ServiceProvider.GetRequiredService<StaffAccounts>().AddAsync(draft, Password, Actor.CommandLine())).Member;
        }

        var client = new StaffClient(house.Console, member);
        await client.PostAsync("/dang-nhap", ("Name", member.Name), ("Password", Password));
        var key = Key().Match(await client.ReadAsync("/dang-nhap/thiet-lap")).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        await client.PostAsync("/dang-nhap/thiet-lap", ("Code", Totp.At(key, TimeProvider.System.GetUtcNow())));
        return client;
    }

    /// <exception cref="HttpRequestException">The page was not given out.</exception>
    public async Task<string> ReadAsync(string path) => WebUtility.HtmlDecode(await _http.GetStringAsync(new Uri(path, UriKind.Relative)));

    public void Dispose() => _http.Dispose();

    private async Task PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await ReadAsync(path)).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("id=\"key\">([A-Z2-7 ]+)<")]
    private static partial Regex Key();
}
