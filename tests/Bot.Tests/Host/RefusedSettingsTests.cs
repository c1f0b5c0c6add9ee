using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Host;
using Outreach.Bot.Tests.Turns;

namespace Outreach.Bot.Tests.Host;

/// <summary>A setting that cannot be right is refused at the start, by name, with its bound and what it was.</summary>
public sealed class RefusedSettingsTests
{
    [Theory]
    [InlineData("--Urls=http://localhost:7000|--Console:Urls=http://localhost:7000", "must not share a port; both have 7000")]
    [InlineData("--Console:Urls=http://0.0.0.0:7001", "Console:Urls must be on this machine alone")]
    [InlineData("--Console:Urls=http://*:7001", "Console:Urls must be on this machine alone")]
    [InlineData("--Console:AllowRemote=true|--Console:Urls=http://0.0.0.0:7001", "Console:Urls must be https, or Console:Proxy must name the proxy")]
    [InlineData("--Console:Proxy=somewhere", "Console:Proxy must be the IP address")]
    [InlineData("--Console:AllowRemote=perhaps", "Console:AllowRemote must be true or false; it is 'perhaps'")]
    [InlineData("--Urls=ftp://localhost:1", "Urls must be addresses like http://localhost:5080")]
    [InlineData("--Urls=nonsense", "it is 'nonsense'")]
    [InlineData("--Telgram:Token=1", "Unknown key 'Telgram:Token'. Did you mean 'Telegram:Token'?")]
    [InlineData("--Organisation:Nmae=x", "Unknown key 'Organisation:Nmae'. Did you mean 'Organisation:Name'?")]
    [InlineData("--Storage:Direktory=x", "Did you mean 'Storage:Directory'?")]
    [InlineData("--Logging:LogLevel:Microsoft.AspNetCore=Debug", "Logging:LogLevel:Microsoft.AspNetCore is refused")]
    [InlineData("--Logging:Console:LogLevel:Default=Trace", "Logging:Console:LogLevel:Default is refused")]
    [InlineData("--logging:loglevel:microsoft.aspnetcore.routing=Trace", "is refused: only Logging:LogLevel:Default")]
    [InlineData("--Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests=Warning", "is refused: only Logging:LogLevel:Default")]
    [InlineData("--Logging:LogLevel:Default=Loud", "must be one of Trace, Debug, Information, Warning, Error, Critical, None; it is 'Loud'")]
    [InlineData("--WebChat:Enabled=perhaps", "WebChat:Enabled must be true or false; it is 'perhaps'")]
    [InlineData("--Zalo:AppId=zzz", "'Zalo:AppId' is not built yet")]
    public void It_names_the_key_the_bound_and_the_value(string settings, string message)
    {
        var refused = Assert.Throws<WrongUseException>(() => HouseHost.Create(settings.Split('|')));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    /// <remarks>A list in memory stands for the environment: variables of this process would be refused by the hosts of the tests beside this one.</remarks>
    [Theory]
    [InlineData("Telegramm:Token", "Unknown key 'Telegramm:Token'. Did you mean 'Telegram:Token'?")]
    [InlineData("TELEGRM:TOKEN", "Did you mean 'Telegram:Token'?")]
    [InlineData("Zalo:AppId", "not built yet")]
    [InlineData("Storage:Direktory", "Did you mean 'Storage:Directory'?")]
    [InlineData("Loging:LogLevel:Default", "Unknown key 'Loging:LogLevel:Default'")]
    [InlineData("Logging:Console:LogLevel:Default", "Logging:Console:LogLevel:Default is refused")]
    [InlineData("logging:loglevel:microsoft.aspnetcore.routing", "is refused")]
    [InlineData("Logging:LogLevel:Microsoft.AspNetCore.Server.Kestrel.BadRequests", "is refused")]
    public void The_environment_is_held_to_our_sections_and_what_is_spelled_like_them(string key, string message)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, "Trace")]).Build();

        var refused = Assert.Throws<WrongUseException>(() => KnownSettings.Check(configuration, []));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATH")]
    [InlineData("TELEGRAMM_TOKEN")]
    [InlineData("Consul")]
    [InlineData("Kubernetes:Service:Host")]
    [InlineData("Hal:Home")]
    [InlineData("Telegram:Token")]
    public void Variables_of_other_programs_are_not_ours(string key) =>
        KnownSettings.Check(new ConfigurationBuilder().AddInMemoryCollection([new(key, "x")]).Build(), []);

    [Fact]
    public void A_configuration_file_is_held_to_the_letter()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("outreach-settings-").FullName, "appsettings.json");
        File.WriteAllText(file, "{\"Bot\":{\"Name\":\"x\"}}");

        var refused = Assert.Throws<WrongUseException>(() => KnownSettings.Check(new ConfigurationBuilder().AddJsonFile(file).Build(), []));

        Assert.Contains("Unknown key 'Bot:Name'", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Telegram:Mode=Foo", "Telegram:Mode must be Polling or Webhook; it was \"Foo\"")]
    [InlineData("--Telegram:Mode=7", "Telegram:Mode must be Polling or Webhook; it was 7")]
    [InlineData("--Telegram:MessagesPerSecond=abc", "Telegram:MessagesPerSecond must be a whole number from 1 to 100000; it was \"abc\"")]
    [InlineData("--Telegram:MessagesPerSecond=0", "Telegram:MessagesPerSecond must be from 1 to 100000; it was 0")]
    [InlineData("--Telegram:ApiBaseUrl=nowhere", "Telegram:ApiBaseUrl must be an http or https address")]
    [InlineData("--DirectLine:Secret=short", "DirectLine:Secret must be at least 32 characters; it was 5")]
    [InlineData("--DirectLine:AllowedOrigins=example", "one was \"example\"")]
    [InlineData("--Storage:Provider=Oracle", "Storage:Provider must be Auto, Local, Postgres or InMemory; it is 'Oracle'")]
    [InlineData("--Organisation:TimeZone=Mars/Olympus", "Organisation:TimeZone must be a time zone")]
    [InlineData("--DirectLine:Secret=short|--Telegram:Mode=Foo", "Telegram:Mode must be Polling or Webhook")]
    public async Task An_option_out_of_its_bounds_is_wrong_use_before_the_storage_is_opened(string settings, string message)
    {
        var data = Path.Combine(Directory.CreateTempSubdirectory("outreach-data-").FullName, "data");
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        string[] arguments =
        [
            "--Telegram:Token=1:abc", "--Urls=http://127.0.0.1:0", "--Console:Urls=http://127.0.0.1:0", "--Storage:Provider=InMemory",
            "--Storage:Directory=" + data, "--Content:Path=" + SmallLibrary.Write(), .. settings.Split('|'),
        ];

        var exit = await OutreachCommandLine.RunAsync(arguments, new Terminal(output, error), Program.ServeAsync, TestContext.Current.CancellationToken);

        Assert.Contains(message, error.ToString(), StringComparison.Ordinal);
        Assert.Equal(ExitCodes.WrongUse, exit);
        Assert.False(Directory.Exists(data));
    }

    [Theory]
    [InlineData("", "Asia/Ho_Chi_Minh", "bhxh-viet-nam", "Organisation:Name must have 1 to 100")]
    [InlineData("x", "Mars/Olympus", "bhxh-viet-nam", "Organisation:TimeZone must be a time zone this machine knows (as Asia/Ho_Chi_Minh); it is 'Mars/Olympus'")]
    [InlineData("x", "Asia/Ho_Chi_Minh", "1900 9068", "Organisation:Hotline must be the id of a row of hotlines.yml")]
    public void The_organisation_is_checked_too(string name, string zone, string hotline, string message)
    {
        var result = new OrganisationOptionsValidator().Validate(null, new OrganisationOptions { Name = name, TimeZone = zone, Hotline = hotline });

        Assert.Contains(message, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_key_in_any_case_and_lists_by_number_are_taken() =>
        HouseHost.Create(["--telegram:messagespersecond=5", "--DirectLine:AllowedOrigins:0=https://example.org", "--urls=http://localhost:7002"]);

    [Fact]
    public async Task A_hotline_that_the_content_does_not_have_is_refused_at_the_start()
    {
        var refused = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var house = await RunningHouse.StartAsync("--Organisation:Hotline=khong-co");
        });

        Assert.Contains("Organisation:Hotline", refused.Message, StringComparison.Ordinal);
        Assert.True(refused is WrongUseException or OptionsValidationException);
    }
}
