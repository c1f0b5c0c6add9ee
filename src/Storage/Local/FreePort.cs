using System.Net;
using System.Net.Sockets;

namespace Outreach.Storage.Local;

internal static class FreePort
{
    /// <summary>The wanted port when nobody has it, else any free one.</summary>
    public static int Choose(int wanted)
    {
        foreach (var port in new[] { wanted, 0 })
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            catch (SocketException) when (port != 0)
            {
                // Taken by another program meanwhile: the cluster moves.
            }
        }

        throw new StorageStartException("No free port on 127.0.0.1.");
    }
}
