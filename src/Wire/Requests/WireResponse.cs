using System.Buffers;

namespace Orrery.Wire.Requests;

/// <summary>An HTTP answer, free of any server framework. Exactly one of the three kinds of body is used.</summary>
public sealed class WireResponse
{
    /// <summary>Makes an answer without a body.</summary>
    /// <param name="status">The HTTP status.</param>
    public WireResponse(int status = 200) => Status = status;

    /// <summary>The HTTP status.</summary>
    public int Status { get; set; }

    /// <summary>The header lines; without Content-Length, which the server derives from the body.</summary>
    public WireHeaders Headers { get; } = new(4);

    /// <summary>The body, when it is in memory: in as many pieces as it came to be in.</summary>
    public ReadOnlySequence<byte> Bytes { get; set; }

    /// <summary>The same in one piece.</summary>
    public ReadOnlyMemory<byte> Body
    {
        get => Bytes.IsSingleSegment ? Bytes.First : Bytes.ToArray();
        set => Bytes = new(value);
    }

    /// <summary>The body, when it is a stream; the server copies and disposes it.</summary>
    public Stream? BodyStream { get; set; }

    /// <summary>The number of bytes of <see cref="BodyStream"/>, where known.</summary>
    public long? BodyStreamLength { get; set; }

    /// <summary>The body, when it is written as it comes to be (event streams); the server calls it once.</summary>
    public Func<Stream, CancellationToken, Task>? BodyWriter { get; set; }

    /// <summary>An answer with bytes.</summary>
    public static WireResponse Of(int status, string contentType, ReadOnlyMemory<byte> body) =>
        Of(status, contentType, new ReadOnlySequence<byte>(body));

    /// <summary>An answer with bytes, in pieces.</summary>
    public static WireResponse Of(int status, string contentType, ReadOnlySequence<byte> body)
    {
        var response = new WireResponse(status) { Bytes = body };
        response.Headers.Add("Content-Type", contentType);
        return response;
    }
}
