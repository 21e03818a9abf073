using System.Net;
using System.Net.Sockets;
using System.Text;
using Orrery.Testing;
using Orrery.Wire.Checksums;

namespace Orrery.Tests.Host;

/// <summary>A bucket, spoken to over plain sockets.</summary>
internal static class RawStore
{
    public const string Key =
        "Authorization: AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, "
        + "SignedHeaders=host;x-amz-date, Signature=0\r\nX-Amz-Date: 20260101T000000Z\r\n";

    public const string Signed = Key + "Connection: close\r\n";

    public static async Task<OrreryHost> StartAsync()
    {
        var orrery = await OrreryHost.StartAsync();
        await SpeakAsync(orrery, $"PUT /a-bucket HTTP/1.1\r\nHost: localhost\r\n{Signed}Content-Length: 0\r\n\r\n");
        return orrery;
    }

    public static string Put(string key, string headers, string body) =>
        $"PUT /a-bucket/{key} HTTP/1.1\r\nHost: localhost\r\n{Signed}{headers}\r\n{body}";

    public static string Get(string key) => $"GET /a-bucket/{key} HTTP/1.1\r\nHost: localhost\r\n{Signed}\r\n";

    public static string Post(string query, string headers, string body) =>
        $"POST /a-bucket{query} HTTP/1.1\r\nHost: localhost\r\n{Signed}{headers}Content-Length: {body.Length}\r\n\r\n"
        + body;

    public static string Md5(string text) =>
        Convert.ToBase64String(Digester.Of(DigestKind.Md5, Encoding.UTF8.GetBytes(text)));

    // Says it, and hears all there is to hear.
    public static async Task<string> SpeakAsync(OrreryHost orrery, string text, bool hangsUp = false)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, orrery.Endpoint.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        if (hangsUp) client.Client.Shutdown(SocketShutdown.Send);
        using var bytes = new MemoryStream();
        try
        {
            await stream.CopyToAsync(bytes);
        }
        catch (IOException)
        {
            // The server hung up on what was no HTTP.
            return Encoding.UTF8.GetString(bytes.ToArray());
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}
