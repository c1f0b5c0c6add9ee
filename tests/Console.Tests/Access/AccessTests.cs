using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Outreach.Bot.Host;
using Outreach.Staff.Access;
using Outreach.Staff.Accounts;
using Outreach.Staff.Tests.House;
using Outreach.Storage.Staff;

namespace Outreach.Staff.Tests.Access;

/// <summary>Who may ask for what: every endpoint of the console, for every role and for everybody who is not quite in.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private ConsoleHouse _house = null!;

    public async ValueTask InitializeAsync() => _house = await ConsoleHouse.StartAsync();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [Fact]
    public void Every_endpoint_of_the_console_is_in_the_table_and_every_row_is_an_endpoint()
    {
        var routes = Endpoints().Select(AccessTable.RouteOf).ToHashSet();

        Assert.NotEmpty(routes);
        Assert.Empty(routes.Except(AccessTable.Rows.Select(row => row.Route)));
        Assert.Empty(AccessTable.Rows.Select(row => row.Route).Except(routes));
    }

    [Fact]
    public async Task Each_endpoint_opens_to_those_in_its_row_and_to_nobody_else()
    {
        foreach (var (persona, browser, member) in await PersonasAsync())
        {
            using (browser)
            {
                foreach (var endpoint in Endpoints())
                {
                    var row = AccessTable.Rows.Single(row => row.Route == AccessTable.RouteOf(endpoint));
                    using var read = await browser.GetAsync(PathOf(endpoint));
                    using var written = await browser.PostRawAsync(PathOf(endpoint));

                    var wanted = Expect(row.Who, persona, member);
                    Assert.True(wanted == Seen(read), $"{persona} GET {row.Route}: {Seen(read)} ({(int)read.StatusCode}), not {wanted}");
                    Assert.True(wanted == Seen(written), $"{persona} POST {row.Route}: {Seen(written)} ({(int)written.StatusCode}), not {wanted}");
                    if (wanted == Door.Open && endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page && !page.ViewEnginePath.StartsWith("/Errors/", StringComparison.Ordinal))
                    {
                        Assert.True(written.StatusCode == HttpStatusCode.BadRequest, $"{persona} POST {row.Route} without the form's token: {(int)written.StatusCode}");
                    }
                }
            }
        }
    }

    [Fact]
    public async Task Every_answer_of_every_kind_carries_the_strict_headers()
    {
        using var browser = await _house.SignInAsync(StaffRole.Editor);
        using var stranger = _house.Open();
        foreach (var path in Endpoints().Select(PathOf).Append("/khong/co/trang/nay"))
        {
            foreach (var asking in new[] { browser, stranger })
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
                {
                    using var answer = await asking.SendAsync(method, path, null, false);
                    Assert.Contains("default-src 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
                    Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
                    Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
                    Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
                    Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
                    Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
                    Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
                    Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
                    Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
                    Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task An_id_that_is_unknown_or_malformed_or_of_another_table_gets_the_same_404()
    {
        using var admin = await _house.SignInAsync(StaffRole.Admin);
        var answers = new List<string>();
        foreach (var id in new[] { Guid.NewGuid().ToString("D"), "x", "..%2f", "0", new string('9', 200), admin.Member!.Id.ToString("N") })
        {
            using var answer = await admin.GetAsync("/nhan-su/" + id);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(System.Text.RegularExpressions.Regex.Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "value=\"[^\"]*\"", ""));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task An_error_has_kind_words_and_a_way_on()
    {
        using var editor = await _house.SignInAsync(StaffRole.Editor);

        Assert.Contains("Bạn chưa được giao phần này", await editor.ReadAsync("/nhan-su"), StringComparison.Ordinal);
        Assert.Contains("Không có trang này", await editor.ReadAsync("/khong-co"), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<(string Persona, StaffBrowser Browser, StaffMember? Member)>> PersonasAsync()
    {
        var personas = new List<(string, StaffBrowser, StaffMember?)> { ("anonymous", _house.Open(), null) };
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            var browser = await _house.SignInAsync(role);
            personas.Add((role.ToString(), browser, browser.Member));
        }

        var disabled = await _house.SignInAsync(StaffRole.Manager);
        await using (var scope = _house.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<StaffAccounts>();
            var member = await accounts.FindAsync(disabled.Member!.Id, TestContext.Current.CancellationToken);
            Assert.IsType<AccountOutcome.Done>(await accounts.DisableAsync(member!, Actor.CommandLine(), TestContext.Current.CancellationToken));
        }

        personas.Add(("disabled", disabled, null));
        var halfway = _house.Open();
        await halfway.GivePasswordAsync((await _house.AddAsync(StaffRole.Admin)).Name, ConsoleHouse.Password);
        personas.Add(("halfway", halfway, null));
        return personas;
    }

    private static Door Expect(Audience who, string persona, StaffMember? member) => who switch
    {
        Audience.Anyone or Audience.ThisMachine => Door.Open, // the tests are on this machine
        Audience.PasswordGiven => persona == "halfway" ? Door.Open : Door.SignIn,
        Audience.Members when member is null => Door.SignIn,
        Audience.Members members => members.Holds(member!.Role) ? Door.Open : Door.Refused,
        _ => throw new InvalidOperationException(who.ToString()),
    };

    private static Door Seen(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Forbidden ? Door.Refused
        : answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.OriginalString.Split('?')[0] == StaffGate.SignInPath ? Door.SignIn
        : Door.Open;

    private IEnumerable<RouteEndpoint> Endpoints() => _house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<ListenerMark>()?.Kind == ListenerKind.Console).DistinctBy(AccessTable.RouteOf);

    private static string PathOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "code" } => "404",
        _ => "x",
    }))));

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(',', answer.Headers.TryGetValues(name, out var values) ? values : answer.Content.Headers.TryGetValues(name, out values) ? values : []);

    private enum Door
    {
        Open,
        SignIn,
        Refused,
    }
}
