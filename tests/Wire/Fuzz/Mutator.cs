using System.Text;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Wire.Fuzz;

/// <summary>Spoils requests from a seed: in path, query, headers or body, by a few blows each.</summary>
internal sealed class Mutator(int seed)
{
    // What readers stumble over: markup, escapes, numbers out of range, claims of length, nesting.
    private static readonly byte[][] Tokens =
    [
        .. new[]
        {
            "<", ">", "&", "&amp;", "&#0;", "&x;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<![CDATA[", "]]>", "<!--", "<?",
            "/>", "{", "}", "[", "]", "\"", "\\u0000", "\\ud800", "null", "true", "-1", "1e999", "NaN",
            "99999999999999999999", ":", ",", "%", "%00", "%zz", "%c0%ae", "+", "=", ";", "/", "//", "/..", "\0",
            "\r\n", " ", "Action=",
            "X.999999999.Y=z", "Filter.1.Value.4294967296=a", "é", "\ufeff", "member.0=",
        }.Select(Encoding.UTF8.GetBytes),
        [0xff], [0xc0, 0x80], [0x9f], [0xbf], [0x5f], [0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
        [0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], [0xbb, 0, 0, 0, 1, 0, 0, 0, 0],
        [0x5a, 0x7f, 0xff, 0xff, 0xff], [0xfb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0], [0xc1, 0xc1, 0xc1], [0xf6], [0xff, 0xff],
    ];

    private static readonly string[] Headers =
    [
        "Content-Type", "Content-Encoding", "X-Amz-Target", "Authorization", "Smithy-Protocol", "Host",
        "X-Amz-Content-Sha256", "X-Amz-Decoded-Content-Length", "X-Amz-Trailer", "Content-Length", "X-Amz-Date",
        "Range", "X-Amz-Meta-A",
    ];

    private static readonly string[] Values =
    [
        "", "application/json", "application/x-amz-json-1.0", "application/x-www-form-urlencoded", "application/xml",
        "application/cbor", "gzip", "aws-chunked", "rpc-v2-cbor", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", "-1",
        "99999999999", "a.b.c",
        "AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0",
        "AWS4-HMAC-SHA256", "bucket.s3.localhost", "...", "bytes=9-1", "\0",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A spoilt copy.</summary>
    public WireRequest Spoil(WireRequest request)
    {
        var headers = new WireHeaders();
        foreach (var header in request.Headers) headers.Add(header.Name, header.Value);
        var (path, query, body) = (request.RawPath, request.RawQuery, request.Body.Bytes.ToArray());
        switch (_random.Next(8))
        {
            case 0:
                path = "/" + Text(path);
                break;
            case 1:
                query = Text(query);
                break;
            case 2:
                headers.Set(Headers[_random.Next(Headers.Length)], Values[_random.Next(Values.Length)]);
                break;
            default:
                body = Blows(body);
                break;
        }

        return new WireRequest
        {
            Method = request.Method, RawPath = path, RawQuery = query, Headers = headers, Body = new WireBody(body),
        };
    }

    /// <summary>Bytes of pure chance, or a few tokens in a row.</summary>
    public byte[] Noise()
    {
        var bytes = new byte[_random.Next(200)];
        _random.NextBytes(bytes);
        return _random.Next(2) == 0 ? bytes : [.. Enumerable.Range(0, _random.Next(30)).SelectMany(_ => Token())];
    }

    private string Text(string text) => Encoding.Latin1.GetString(Blows(Encoding.Latin1.GetBytes(text)));

    private byte[] Blows(byte[] bytes)
    {
        for (var blows = _random.Next(1, 4); blows > 0; blows--) bytes = Blow(bytes);
        return bytes;
    }

    private byte[] Blow(byte[] bytes)
    {
        var at = _random.Next(bytes.Length + 1);
        var to = Math.Min(bytes.Length, at + _random.Next(1, 20));
        return _random.Next(7) switch
        {
            0 when at < bytes.Length => [.. bytes[..at], (byte)_random.Next(256), .. bytes[(at + 1)..]],
            1 => [.. bytes[..at], .. bytes[to..]],
            2 => [.. bytes[..to], .. bytes[at..]],
            3 => bytes[..at],
            4 => [.. bytes[..at], .. Token(), .. bytes[to..]],
            5 => [.. bytes[..at], .. Many(Token()), .. bytes[at..]],
            _ => [.. bytes[..at], .. Token(), .. bytes[at..]],
        };
    }

    private IEnumerable<byte> Many(byte[] token) => Enumerable.Repeat(token, _random.Next(1, 300)).SelectMany(t => t);

    private byte[] Token() => Tokens[_random.Next(Tokens.Length)];
}
