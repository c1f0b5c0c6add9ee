using System.Net;
using System.Net.Sockets;

namespace Outreach.Channels;

/// <summary>What counts as one caller where callers have no account. In memory only, never stored or logged.</summary>
public static class AddressBucket
{
    /// <summary>The address itself; for IPv6 its /64, which one subscriber has whole.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
