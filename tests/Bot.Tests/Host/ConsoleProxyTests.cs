using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Outreach.Bot.Tests.Host;

/// <summary>What a proxy says about who asks is believed of the one that is named, and of nobody else. 127.0.0.2 is this machine too, with an address of its own.</summary>
public sealed class ConsoleProxyTests
{
    private const string Proxy = "127.0.0.2";

    [Theory]
    [InlineData(Proxy, true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.0.0.3", false)]
    public async Task That_the_outside_is_https_is_believed_of_the_named_proxy_alone(string from, bool believed)
    {
        await using var house = await RunningHouse.StartAsync("--Console:Proxy=" + Proxy);

        var cookies = await CookiesAsync(house.Console, from);

        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.Equal(believed, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Without_a_named_proxy_nobody_is_believed()
    {
        await using var house = await RunningHouse.StartAsync();

        var cookies = await CookiesAsync(house.Console, "127.0.0.1");

        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Another_machine_that_comes_past_the_proxy_finds_nothing()
    {
        var outside = NetworkInterface.GetAllNetworkInterfaces().SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(address => address.Address).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assert.SkipWhen(outside is null, "This machine has no address but the loopback.");
        await using var house = await RunningHouse.StartAsync("--Console:AllowRemote=true", "--Console:Urls=http://0.0.0.0:0", "--Console:Proxy=" + Proxy);

        var past = new UriBuilder(house.Console) { Host = outside.ToString() }.Uri;
        var through = new UriBuilder(house.Console) { Host = "127.0.0.1" }.Uri;

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(past, outside.ToString()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(through, Proxy));
    }

    private static async Task<HttpStatusCode> StatusAsync(Uri console, string from)
    {
        using var answer = await AskAsync(console, from);
        return answer.StatusCode;
    }

    /// <summary>A cookie of the sign-in page is for https alone where the service takes the outside to be https.</summary>
    private static async Task<IReadOnlyList<string>> CookiesAsync(Uri console, string from)
    {
        using var answer = await AskAsync(console, from);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : []];
    }

    private static async Task<HttpResponseMessage> AskAsync(Uri console, string from)
    {
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(console, "/dang-nhap"));
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Forwarded-Proto", "https");
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
