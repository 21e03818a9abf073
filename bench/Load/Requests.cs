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

    private static byte[] Ec2(string body) => Encoding.ASCII.GetBytes(
        $"POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Date: 20260101T000000Z\r\nAuthorization: {Authorization}\r\n"
        + "Content-Type: application/x-www-form-urlencoded; charset=utf-8\r\n"
        + $"Content-Length: {Encoding.ASCII.GetByteCount(body)}\r\n\r\n{body}");
}
