using System.Net;
using Microsoft.AspNetCore.Http;
using Outreach.Staff.Access;

namespace Outreach.Staff.Tests.Access;

public sealed class ThisMachineTests
{
    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("::ffff:127.0.0.1", null, true)]
    [InlineData("192.0.2.7", null, false)]
    [InlineData("127.0.0.1", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "X-Original-For", false)]
    [InlineData("127.0.0.1", "Forwarded", false)]
    [InlineData("127.0.0.1", "Via", false)]
    public void Who_asks_from_elsewhere_or_through_a_proxy_is_not_on_this_machine(string from, string? header, bool here)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(from);
        if (header is not null)
        {
            context.Request.Headers[header] = "127.0.0.1";
        }

        Assert.Equal(here, ThisMachine.Asks(context));
    }
}
