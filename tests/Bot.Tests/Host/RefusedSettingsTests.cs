using Microsoft.Extensions.Options;
using Outreach.Bot.CommandLine;
using Outreach.Bot.Host;

namespace Outreach.Bot.Tests.Host;

/// <summary>A setting that cannot be right is refused at the start, by name, with its bound and what it was.</summary>
public sealed class RefusedSettingsTests
{
    [Theory]
    [InlineData("--Urls=http://localhost:7000|--Console:Urls=http://localhost:7000", "must not share a port; both have 7000")]
    [InlineData("--Console:Urls=http://0.0.0.0:7001", "Console:Urls must be on this machine alone")]
    [InlineData("--Console:Urls=http://*:7001", "Console:Urls must be on this machine alone")]
    [InlineData("--Console:AllowRemote=true", "no accounts yet")]
    [InlineData("--Console:AllowRemote=perhaps", "Console:AllowRemote must be true or false; it is 'perhaps'")]
    [InlineData("--Urls=ftp://localhost:1", "Urls must be addresses like http://localhost:5080")]
    [InlineData("--Urls=nonsense", "it is 'nonsense'")]
    [InlineData("--Telgram:Token=1", "Unknown key 'Telgram:Token'. Did you mean 'Telegram:Token'?")]
    [InlineData("--Organisation:Nmae=x", "Unknown key 'Organisation:Nmae'. Did you mean 'Organisation:Name'?")]
    [InlineData("--Storage:Direktory=x", "Did you mean 'Storage:Directory'?")]
    [InlineData("--Logging:LogLevel:Microsoft.AspNetCore=Debug", "must be Warning or higher")]
    public void It_names_the_key_the_bound_and_the_value(string settings, string message)
    {
        var refused = Assert.Throws<WrongUseException>(() => HouseHost.Create(settings.Split('|')));

        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
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
