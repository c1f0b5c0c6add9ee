using System.Net;
using System.Text.RegularExpressions;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Tests.Frame;

public sealed partial class AssetTests
{
    [Fact]
    public async Task Every_asset_of_a_page_and_of_its_style_sheet_has_a_body_in_every_encoding()
    {
        await using var house = await ConsoleHouse.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = house.Console };
        var page = await http.GetStringAsync("/dang-nhap", TestContext.Current.CancellationToken);
        var assets = Asset().Matches(page).Select(match => match.Value).Distinct().ToList();
        var style = await http.GetStringAsync(assets.Single(asset => asset.EndsWith(".css", StringComparison.Ordinal)), TestContext.Current.CancellationToken);
        assets.AddRange(Picture().Matches(style).Select(match => "/a/" + match.Groups[1].Value).Distinct());

        Assert.True(assets.Count > 5);
        Assert.DoesNotContain("data:", style, StringComparison.Ordinal);
        foreach (var asset in assets)
        {
            foreach (var encoding in new[] { "br", "gzip", "identity" })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, asset);
                request.Headers.Add("Accept-Encoding", encoding);
                using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(encoding == "identity" ? null : encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
                Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            }
        }
    }

    [Fact]
    public async Task Nothing_in_a_page_is_inline()
    {
        await using var house = await ConsoleHouse.StartAsync();
        using var admin = await house.SignInAsync(StaffRole.Admin);

        foreach (var path in new[] { "/", "/tai-khoan", "/nhan-su", "/nhan-su/moi", $"/nhan-su/{admin.Member!.Id:D}", "/nhat-ky", "/khong-co" })
        {
            var page = await admin.ReadAsync(path);
            Assert.False(Inline().IsMatch(page), path);
        }
    }

    [Fact]
    public async Task The_menu_shows_each_role_what_it_may_open()
    {
        await using var house = await ConsoleHouse.StartAsync();
        using var admin = await house.SignInAsync(StaffRole.Admin);
        using var editor = await house.SignInAsync(StaffRole.Editor);

        Assert.Contains("href=\"/nhan-su\"", await admin.ReadAsync("/"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/nhan-su\"", await editor.ReadAsync("/"), StringComparison.Ordinal);
    }

    [GeneratedRegex("/a/[a-z0-9.-]+")]
    private static partial Regex Asset();

    [GeneratedRegex(@"url\((i-[a-z0-9]+\.svg)\)")]
    private static partial Regex Picture();

    [GeneratedRegex("""<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)|javascript:""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();
}
