namespace Orrery.Wire.Requests;

/// <summary>
/// An HTTP request as it came over the wire, free of any server framework. Path and query are kept exactly as they were
/// sent, because the signature is over them; they are data and never a path of a file system.
/// </summary>
public sealed class WireRequest
{
    private WireQuery? _query;

    /// <summary>The method in capitals, for example <c>POST</c>.</summary>
    public required string Method { get; init; }

    /// <summary>The path as it was sent, percent-encoded, without the query; starts with a slash.</summary>
    public required string RawPath { get; init; }

    /// <summary>
    /// The path that routing looks at: <see cref="RawPath"/>, unless the server took something off its front, such as
    /// what names a world. The signature is over the path as it was sent.
    /// </summary>
    public string Path { get => field ?? RawPath; init; }

    /// <summary>What follows the question mark as it was sent; empty when there is none.</summary>
    public string RawQuery { get; init; } = "";

    /// <summary>The header lines.</summary>
    public required WireHeaders Headers { get; init; }

    /// <summary>The body: what the connection delivers, replaced once it is verified and decoded.</summary>
    public WireBody Body { get => field ??= new(); init; }

    /// <summary>The address of the client, or empty.</summary>
    public string RemoteAddress { get; init; } = "";

    /// <summary>When it came, by the machine's clock, by which clients sign.</summary>
    public DateTimeOffset ReceivedAt { get; set; }

    /// <summary>Whether it came over TLS.</summary>
    public bool IsTls { get; init; }

    /// <summary>The Host header, as sent; empty when missing.</summary>
    public string Host => Headers.Get("Host") ?? "";

    /// <summary>The media type without its parameters, as sent; empty when missing.</summary>
    public ReadOnlySpan<char> MediaType
    {
        get
        {
            var type = Headers.Get("Content-Type").AsSpan();
            var semicolon = type.IndexOf(';');
            return (semicolon < 0 ? type : type[..semicolon]).Trim();
        }
    }

    /// <summary>The query's decoded pairs, in order; parsed on first use.</summary>
    public WireQuery Query => _query ??= WireQuery.Parse(RawQuery);
}
