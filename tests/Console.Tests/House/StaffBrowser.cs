using System.Net;
using System.Text.RegularExpressions;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Tests.House;

/// <summary>A browser of a staff member: keeps cookies, follows nothing, fills in forms with their token.</summary>
internal sealed partial class StaffBrowser : IDisposable
{
    private readonly HttpClient _http;

    public StaffBrowser(Uri console)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = console };
    }

    public CookieContainer Cookies { get; }

    /// <summary>Who is signed in, where a test signed them in.</summary>
    public StaffMember? Member { get; set; }

    public Task<HttpResponseMessage> GetAsync(string path, bool quiet = false) => SendAsync(HttpMethod.Get, path, null, quiet);

    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<HttpStatusCode> StatusAsync(string path, bool quiet = false)
    {
        using var answer = await GetAsync(path, quiet);
        return answer.StatusCode;
    }

    /// <summary>Opens the page, then posts its form with these fields.</summary>
    /// <param name="path">The page; with <c>?handler=</c> the form of that name.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var page = await ReadAsync(path.Split("?handler=")[0]);
        return await PostRawAsync(path, [.. fields, ("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
    }

    /// <summary>Posts as a foreign page would: without the token.</summary>
    public Task<HttpResponseMessage> PostRawAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), false);

    /// <summary>The first step of signing in.</summary>
    public async Task<string> GivePasswordAsync(string name, string password)
    {
        using var answer = await PostAsync("/dang-nhap", ("Name", name), ("Password", password));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) + answer.Headers.Location;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, bool quiet)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Accept.ParseAdd("text/html");
        if (quiet)
        {
            request.Headers.Add("X-Quiet", "1");
        }

        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
