using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Host;

namespace Outreach.Bot.Tests.Host;

/// <summary>Which listener a request came by is known from its connection, whatever its Host header says.</summary>
public sealed class ListenerTests
{
    [Fact]
    public async Task Every_endpoint_of_one_listener_is_404_on_the_other_with_the_right_the_wrong_and_a_forged_host()
    {
        await using var house = await RunningHouse.StartAsync();
        var endpoints = house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        var onPublic = endpoints.Where(endpoint => KindOf(endpoint) == ListenerKind.Public).Select(PathOf).ToHashSet();
        var onConsole = endpoints.Where(endpoint => KindOf(endpoint) == ListenerKind.Console).Select(PathOf).ToHashSet();

        Assert.NotEmpty(onPublic);
        Assert.NotEmpty(onConsole);
        foreach (var endpoint in endpoints)
        {
            var path = PathOf(endpoint);
            var isPublic = KindOf(endpoint) == ListenerKind.Public;
            if ((isPublic ? onConsole : onPublic).Contains(path))
            {
                continue; // both have such a page, each its own: tried below
            }

            var other = isPublic ? house.Console : house.Public;
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                foreach (var host in new[] { null, "example.org", house.Public.Authority, house.Console.Authority, "localhost:5080", "localhost:5081" })
                {
                    var status = await house.AskAsync(new HttpMethod(method), other, path, host);
                    Assert.True(status == HttpStatusCode.NotFound, $"{method} {path} on the other listener with Host {host}: {(int)status}");
                }
            }
        }
    }

    [Fact]
    public async Task The_front_page_of_the_console_opens_on_its_own_listener_alone()
    {
        await using var house = await RunningHouse.StartAsync();
        var token = TestContext.Current.CancellationToken;

        var console = await house.Http.GetStringAsync(new Uri(house.Console, "/dang-nhap"), token);
        using var request = new HttpRequestMessage(HttpMethod.Get, house.Public) { Headers = { Host = house.Console.Authority } };
        using var forged = await house.Http.SendAsync(request, token);

        Assert.Contains("Outreach: bàn làm việc", console, StringComparison.Ordinal);
        Assert.DoesNotContain("Outreach: bàn làm việc", await forged.Content.ReadAsStringAsync(token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_a_page_does_not_take_gives_the_page_away_on_no_other_listener()
    {
        await using var house = await RunningHouse.StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, await house.AskAsync(HttpMethod.Post, house.Console, "/health/live"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await house.AskAsync(HttpMethod.Post, house.Public, "/health/live"));
    }

    [Fact]
    public async Task A_chat_page_that_is_off_is_404_and_the_answers_stay()
    {
        await using var house = await RunningHouse.StartAsync("--WebChat:Enabled=false");

        Assert.Equal(HttpStatusCode.NotFound, await house.AskAsync(HttpMethod.Get, house.Public, "/"));
        Assert.Equal(HttpStatusCode.OK, await house.AskAsync(HttpMethod.Get, house.Public, "/hoi-dap"));
    }

    [Fact]
    public async Task A_node_of_the_console_alone_has_no_public_pages_and_one_of_the_public_no_console()
    {
        await using var console = await RunningHouse.StartAsync("--Roles=console");
        await using var open = await RunningHouse.StartAsync("--Roles=public");

        Assert.Equal(HttpStatusCode.OK, await console.AskAsync(HttpMethod.Get, console.Console, "/dang-nhap"));
        Assert.Equal(HttpStatusCode.NotFound, await console.AskAsync(HttpMethod.Get, console.Public, "/hoi-dap"));
        Assert.Equal(HttpStatusCode.OK, await open.AskAsync(HttpMethod.Get, open.Public, "/hoi-dap"));
        Assert.Equal(HttpStatusCode.NotFound, await open.AskAsync(HttpMethod.Get, open.Console, "/"));
    }

    private static ListenerKind KindOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ListenerMark>()?.Kind ?? ListenerKind.Public;

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
        Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
        _ => "x",
    }))));
}
