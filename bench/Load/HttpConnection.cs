using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Orrery.Bench.Load;

/// <summary>A keep-alive connection over loopback that knows just enough HTTP/1.1 to count answers.</summary>
public sealed class HttpConnection : IDisposable
{
    private readonly int _port;
    private byte[] _buffer = new byte[16 * 1024];
    private Socket? _socket;
    private int _filled;

    /// <summary>
    /// A connection to a port of this machine; it connects on first use, and again when the server hung up.
    /// </summary>
    public HttpConnection(int port) => _port = port;

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <exception cref="SocketException">Nobody answers.</exception>
    public async ValueTask<Answer> SendAsync(byte[] request, bool wantBody = false)
    {
        if (_socket is null) await (_socket = New()).ConnectAsync(IPAddress.Loopback, _port);
        await _socket.SendAsync(request);
        for (; ; )
        {
            var count = await _socket.ReceiveAsync(Room());
            if (Taken(count, wantBody) is { } answer) return answer;
        }
    }

    /// <summary>Sends a request, on the thread that calls; <see cref="Take"/> has its answer.</summary>
    /// <returns>What becomes readable when there is some of it.</returns>
    /// <exception cref="SocketException">Nobody is there.</exception>
    public Socket Begin(byte[] request)
    {
        if (_socket is null) (_socket = New()).Connect(IPAddress.Loopback, _port);
        for (var sent = 0; sent < request.Length;) sent += _socket.Send(request.AsSpan(sent));
        return _socket;
    }

    /// <summary>Reads once, and gives the answer if all of it is there.</summary>
    /// <exception cref="SocketException">Nobody answers.</exception>
    public Answer? Take(bool wantBody = false) => Taken(_socket!.Receive(Room().Span), wantBody);

    /// <inheritdoc/>
    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private static Socket New() =>
        new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private Memory<byte> Room()
    {
        if (_filled == _buffer.Length) Array.Resize(ref _buffer, _filled * 2);
        return _buffer.AsMemory(_filled);
    }

    // The answer, if all of it is there.
    private Answer? Taken(int count, bool wantBody)
    {
        _filled += count;
        var answer = TryParse(_buffer.AsSpan(0, _filled), count == 0, wantBody);
        if (answer is null && count == 0) throw new SocketException((int)SocketError.ConnectionReset);
        if (answer is not null) _filled = 0;
        if (answer?.Closes == true) Dispose();
        return answer;
    }

    private static Answer? TryParse(ReadOnlySpan<byte> bytes, bool ended, bool wantBody)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0) return null;
        var headers = bytes[..(head + 2)];
        var body = bytes[(head + 4)..];
        var whole = Header(headers, "content-length"u8) is { Length: > 0 } length
            ? Utf8Parser.TryParse(length, out int size, out _) && body.Length >= size
            : Header(headers, "transfer-encoding"u8).Length > 0 ? body.EndsWith("0\r\n\r\n"u8) : ended;
        if (!whole) return null;
        Utf8Parser.TryParse(headers[9..], out int status, out _);
        var closes = headers.StartsWith("HTTP/1.0"u8) || Header(headers, "connection"u8).StartsWith("close"u8);
        return new(status, wantBody ? Encoding.UTF8.GetString(body) : "", closes);
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> headers, ReadOnlySpan<byte> name)
    {
        foreach (var range in headers.Split("\r\n"u8))
        {
            var line = headers[range];
            if (line.Length <= name.Length || line[name.Length] != (byte)':') continue;
            if (Ascii.EqualsIgnoreCase(line[..name.Length], name)) return line[(name.Length + 1)..].Trim((byte)' ');
        }

        return [];
    }
}
