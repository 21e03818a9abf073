using System.Net.Http.Headers;
using System.Text;

namespace Orrery.Tests.Acceptance.Host;

/// <summary>Requests as clients of AWS send them, and as they never would.</summary>
internal static class Requests
{
    /// <summary>A signature by an unknown key: root of the default account, not verified.</summary>
    public static string Authorization(string service, string key = "test") =>
        $"AWS4-HMAC-SHA256 Credential={key}/20260101/us-east-1/{service}/aws4_request, "
        + $"SignedHeaders=host;x-amz-date, Signature={new string('0', 64)}";

    /// <summary>Signs a request so.</summary>
    public static void Sign(HttpRequestMessage request, string service)
    {
        request.Headers.TryAddWithoutValidation("Authorization", Authorization(service));
        request.Headers.TryAddWithoutValidation("X-Amz-Date", "20260101T000000Z");
    }

    /// <summary>A request.</summary>
    public static HttpRequestMessage Of(
        string method, string path, string service, string? type = null, byte[]? body = null)
    {
        var request = new HttpRequestMessage(new(method), path);
        Sign(request, service);
        if (body is null) return request;
        request.Content = new ByteArrayContent(body);
        if (type is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return request;
    }

    /// <summary>The same request with the operation in X-Amz-Target.</summary>
    public static HttpRequestMessage For(this HttpRequestMessage request, string? target)
    {
        if (target is not null) request.Headers.TryAddWithoutValidation("X-Amz-Target", target);
        return request;
    }

    /// <summary>A form.</summary>
    public static HttpRequestMessage Form(string service, string body) =>
        Of("POST", "/", service, "application/x-www-form-urlencoded; charset=utf-8", Encoding.UTF8.GetBytes(body));

    /// <summary>Who am I?</summary>
    public static HttpRequestMessage WhoAmI() => Form("sts", "Action=GetCallerIdentity&Version=2011-06-15");
}
