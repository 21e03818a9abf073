using System.Net;
using System.Net.Sockets;

namespace Orrery.Services.Ec2.Bodies;

/// <summary>A port of this machine that is free, for a process that wants to listen.</summary>
internal static class LocalPort
{
    /// <summary>One that is free now; nobody keeps it until it is taken.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
