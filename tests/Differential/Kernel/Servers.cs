using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Orrery.Core;

namespace Orrery.Tests.Differential.Kernel;

/// <summary>
/// Who listens in all namespaces of a network: each answers with its number, and remembers UDP probes.
/// </summary>
internal sealed class Servers : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private readonly List<string> _names = [];
    private readonly ConcurrentDictionary<int, string> _arrivals = [];
    private readonly CancellationTokenSource _end = new();

    /// <summary>Who got a UDP probe, or null.</summary>
    public string? ArrivalOf(int probe) => _arrivals.GetValueOrDefault(probe);

    /// <summary>The name that stands behind the number in an answer.</summary>
    public string NameOf(int number) => _names[number];

    /// <summary>Opens the ports of some addresses; to be called on a thread of the namespace.</summary>
    public void Open(string name, IEnumerable<IpAddress> addresses, IReadOnlyList<int> ports)
    {
        var number = _names.Count;
        _names.Add(name);
        foreach (var address in addresses)
            foreach (var port in ports)
            {
                var end = new IPEndPoint(IPAddress.Parse(address.ToString()), port);
                var stream = Bound(new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp), end);
                stream.Listen(64);
                _ = AcceptAsync(stream, number);
                _ = EchoAsync(Bound(new Socket(end.AddressFamily, SocketType.Dgram, ProtocolType.Udp), end), number);
            }
    }

    public void Dispose()
    {
        _end.Cancel();
        foreach (var socket in _sockets)
            socket.Dispose();
        _end.Dispose();
    }

    private Socket Bound(Socket socket, IPEndPoint end)
    {
        _sockets.Add(socket);
        socket.Bind(end);
        return socket;
    }

    private async Task AcceptAsync(Socket listener, int number)
    {
        var answer = BitConverter.GetBytes(number);
        while (!_end.IsCancellationRequested)
            try
            {
                using var accepted = await listener.AcceptAsync(_end.Token);
                await accepted.SendAsync(answer, _end.Token);
            }
            catch (SocketException)
            {
                // The other side went away; the next may come.
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
    }

    private async Task EchoAsync(Socket socket, int number)
    {
        var buffer = new byte[64];
        EndPoint any = new IPEndPoint(
            socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
        while (!_end.IsCancellationRequested)
            try
            {
                var received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, any, _end.Token);
                _arrivals[BitConverter.ToInt32(buffer)] = _names[number];
                await socket.SendToAsync(
                    BitConverter.GetBytes(number), SocketFlags.None, received.RemoteEndPoint, _end.Token);
            }
            catch (SocketException)
            {
                // A refused answer: the filters of the sender's own namespace say so at once.
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
    }
}
