using System.Text;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Unit.Wire.Signing;

/// <summary>Presigned URLs of Signature Version 2, as the aws CLI and boto3 make them for S3.</summary>
public sealed class OldSignatureTests
{
    // S3 user guide, "Signing and authenticating REST requests", "Query string request authentication example".
    private const string Documented = "GET /photos/puppy.jpg?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE"
        + "&Signature=NpgCjnDzrM%2BWFzoENXmpNDUsSn8%3D&Expires=1175139620";

    private const string Host = "Host: johnsmith.s3.amazonaws.com";
    private static readonly DateTimeOffset End = DateTimeOffset.FromUnixTimeSeconds(1175139620);
    private static readonly RequestGate Gate = new(TestCatalog.Instance, new GateOptions { Strict = true });

    [Fact]
    public async Task The_documented_url_passes_until_it_expires()
    {
        var fresh = await AdmitAsync(Documented, End, Host);
        Assert.Null(fresh.Refusal);
        Assert.Equal("GetObject", fresh.Operation!.Name);
        Assert.Equal("johnsmith", fresh.Label("Bucket"));
        Assert.Equal((SignerKind.Known, true), (fresh.Signer.Kind, fresh.IsOfNoRegion));
        Assert.Equal("AccessDenied", (await AdmitAsync(Documented, End.AddSeconds(1), Host)).Refusal!.Code);
    }

    // What botocore (HmacV1QueryAuth) makes of headers and parameters.
    [Theory]
    [InlineData("PUT /b/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=@&content-type=text%2Fx&x-amz-meta-q=1"
        + "&Expires=1175139620", "PUT\n\ntext/x\n1175139620\nx-amz-meta-q:1\n/b/k")]
    [InlineData("GET /b/a%20k?response-content-type=text%2Fy&versionId=v&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE"
        + "&Signature=@&Expires=1175139620&prefix=p",
        "GET\n\n\n1175139620\n/b/a%20k?response-content-type=text/y&versionId=v")]
    public async Task Headers_in_the_query_and_sub_resources_are_signed(string line, string signed)
    {
        var mac = System.Security.Cryptography.HMACSHA1.HashData(
            Encoding.UTF8.GetBytes(Keys.Example.SecretAccessKey), Encoding.UTF8.GetBytes(signed));
        line = line.Replace("@", Uri.EscapeDataString(Convert.ToBase64String(mac)), StringComparison.Ordinal);
        Assert.Null((await AdmitAsync(line, End, "Host: localhost:4566")).Refusal);
        var other = line.Replace("/b/", "/c/", StringComparison.Ordinal);
        Assert.Equal("SignatureDoesNotMatch", (await AdmitAsync(other, End, "Host: localhost:4566")).Refusal!.Code);
    }

    [Theory]
    [InlineData("GET /b/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=x", "AuthorizationQueryParametersError")]
    [InlineData("GET /b/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=x&Expires=soon",
        "AuthorizationQueryParametersError")]
    [InlineData("GET /b/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=x&Expires=1175139620", "SignatureDoesNotMatch")]
    [InlineData("GET /b/k?AWSAccessKeyId=AKIAANOTHER&Signature=x&Expires=1175139620", "InvalidAccessKeyId")]
    public async Task Others_are_refused(string line, string code) =>
        Assert.Equal(code, (await AdmitAsync(line, End, "Host: localhost")).Refusal!.Code);

    private static ValueTask<Admission> AdmitAsync(string line, DateTimeOffset now, string host) =>
        Gate.AdmitAsync(WireRequests.Of(line, [host]), new Keys(Keys.Example), now);
}
