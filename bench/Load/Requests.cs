using System.Text;

namespace Orrery.Bench.Load;

/// <summary>
/// EC2 calls as they go over the wire: HTTP, keep-alive, with the credential scope from which the service is found.
/// </summary>
public static class Requests
{
    private const string Authorization =
        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ec2/aws4_request, SignedHeaders=host, Signature=00";

    /// <summary>The call whose answer ends a start.</summary>
    public static byte[] DescribeVpcs() => Ec2("Action=DescribeVpcs&Version=2016-11-15");

    /// <summary>Makes a VPC.</summary>
    public static byte[] CreateVpc() => Ec2("Action=CreateVpc&Version=2016-11-15&CidrBlock=10.9.0.0%2F16");

    /// <summary>Gives one tag to a resource.</summary>
    public static byte[] CreateTags(string resource, long number) => Ec2(
        $"Action=CreateTags&Version=2016-11-15&ResourceId.1={resource}&Tag.1.Key=n{number % 16}&Tag.1.Value=v{number}");

    /// <summary>Puts so many points of so many values each, every one into a metric of its own.</summary>
    public static byte[] PutMetricData(int points, int values, long number)
    {
        var body = new StringBuilder("Action=PutMetricData&Version=2010-08-01&Namespace=Bench");
        for (var point = 1; point <= points; point++)
        {
            var at = $"&MetricData.member.{point}.";
            body.Append($"{at}MetricName=m{point}{at}Unit=Milliseconds");
            if (values == 1) body.Append($"{at}Value={number % 1000}.5");
            for (var value = 1; values > 1 && value <= values; value++)
                body.Append($"{at}Values.member.{value}={value}.{number % 10}");
        }

        return Post(body.ToString(), Authorization.Replace("/ec2/", "/monitoring/", StringComparison.Ordinal));
    }

    /// <summary>A call of IAM by the root user.</summary>
    public static byte[] Iam(string body) => Query("iam", body);

    /// <summary>A call of a service that takes forms.</summary>
    public static byte[] Query(string service, string body) =>
        Post(body, Authorization.Replace("/ec2/", $"/{service}/", StringComparison.Ordinal));

    /// <summary>A call of the admin API.</summary>
    public static byte[] Admin(string method, string path, string json) => Encoding.UTF8.GetBytes(
        $"{method} /_orrery/{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}");

    /// <summary>A call of S3, its bucket in the path; the body is not signed.</summary>
    public static byte[] S3(string method, string path, byte[]? body = null)
    {
        var authorization = Authorization.Replace("/ec2/", "/s3/", StringComparison.Ordinal);
        var head = Encoding.ASCII.GetBytes(
            $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: 20260101T000000Z\r\n"
            + $"X-Amz-Content-Sha256: UNSIGNED-PAYLOAD\r\nAuthorization: {authorization}\r\n"
            + $"Content-Length: {body?.Length ?? 0}\r\n\r\n");
        return [.. head, .. body ?? []];
    }

    private static byte[] Ec2(string body) => Post(body, Authorization);

    private static byte[] Post(string body, string authorization) => Encoding.ASCII.GetBytes(
        $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: {authorization}\r\n"
        + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"
        + $"Content-Length: {Encoding.ASCII.GetByteCount(body)}\r\n\r\n{body}");
}
