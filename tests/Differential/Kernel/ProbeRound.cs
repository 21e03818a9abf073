using System.Net;
using System.Net.Sockets;
using Orrery.Core;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>Sends probes, all at once, and waits for their answers for a short while.</summary>
internal sealed class ProbeRound(KernelNetwork network, Servers servers)
{
    /// <summary>Sends probes once; the verdicts stand in their order.</summary>
    public async Task<IReadOnlyList<Verdict>> SendAsync(IReadOnlyList<Probe> probes, TimeSpan patience)
    {
        var sockets = new Socket?[probes.Count];
        try
        {
            foreach (var sender in probes.Index().GroupBy(p => p.Item.From))
                network.At(sender.Key).Run(() =>
                {
                    foreach (var (i, probe) in sender)
                        sockets[i] = Open(probe.Packet);
                });
            using var end = new CancellationTokenSource(patience);
            var answers = await Task.WhenAll(probes.Select((p, i) => AskAsync(p, sockets[i], end.Token)));
            return [.. probes.Select((probe, i) =>
                new Verdict(answers[i], answers[i] ?? servers.ArrivalOf(probe.Number)))];
        }
        finally
        {
            foreach (var socket in sockets)
                socket?.Dispose();
        }
    }

    private static Socket? Open(Packet packet)
    {
        var tcp = packet.Protocol == IpProtocol.Tcp;
        var socket = new Socket(
            packet.Source.IsV6 ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork,
            tcp ? SocketType.Stream : SocketType.Dgram, tcp ? ProtocolType.Tcp : ProtocolType.Udp);
        if (tcp)
        {
            // A probe that is sent again comes from the same port.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.LingerState = new LingerOption(true, 0);
        }

        try
        {
            socket.Bind(EndOf(packet.Source, packet.SourcePort));
            return socket;
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            // A stopped sender: with its link its IPv6 addresses are gone.
            socket.Dispose();
            return null;
        }
    }

    private async Task<string?> AskAsync(Probe probe, Socket? socket, CancellationToken end)
    {
        if (socket is null)
            return null;
        var answer = new byte[4];
        try
        {
            await socket.ConnectAsync(EndOf(probe.Packet.Destination, probe.Packet.DestinationPort), end);
            if (socket.SocketType == SocketType.Dgram)
                await socket.SendAsync(BitConverter.GetBytes(probe.Number), end);
            return await socket.ReceiveAsync(answer, end) == answer.Length
                ? servers.NameOf(BitConverter.ToInt32(answer))
                : null;
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException)
        {
            return null;
        }
    }

    private static IPEndPoint EndOf(IpAddress address, int port) => new(IPAddress.Parse(address.ToString()), port);
}
