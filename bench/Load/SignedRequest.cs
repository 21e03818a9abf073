using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Bench.Load;

/// <summary>A query call that is really signed (SigV4): the server verifies it, and knows whose it is.</summary>
public static class SignedRequest
{
    private const string Region = "us-east-1";

    /// <summary>A request, signed at an instant; servers take it for a quarter of an hour.</summary>
    /// <param name="key">The access key and its secret.</param>
    /// <param name="service">The service, for example <c>ec2</c>.</param>
    /// <param name="body">The form.</param>
    /// <param name="at">When it is signed.</param>
    public static byte[] Of((string Id, string Secret) key, string service, string body, DateTimeOffset at)
    {
        var time = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{time[..8]}/{Region}/{service}/aws4_request";
        var canonical = $"POST\n/\n\nhost:localhost\nx-amz-date:{time}\n\nhost;x-amz-date\n{Hash(body)}";
        var text = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hash(canonical)}";
        var signing = Encoding.UTF8.GetBytes("AWS4" + key.Secret);
        foreach (var part in scope.Split('/')) signing = HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(part));
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(signing, Encoding.UTF8.GetBytes(text)));
        return Encoding.ASCII.GetBytes(
            $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: {time}\r\nAuthorization: AWS4-HMAC-SHA256 "
            + $"Credential={key.Id}/{scope}, SignedHeaders=host;x-amz-date, Signature={signature}\r\n"
            + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"
            + $"Content-Length: {Encoding.ASCII.GetByteCount(body)}\r\n\r\n{body}");
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
