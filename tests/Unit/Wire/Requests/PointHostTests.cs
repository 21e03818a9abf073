using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>Hosts of access points, as botocore and the user guide of S3 write them.</summary>
public sealed class PointHostTests
{
    private const string A = "123456789012";

    [Theory]
    [InlineData("ap-123456789012.s3-accesspoint.eu-west-1.amazonaws.com", "eu-west-1", "ap")]
    [InlineData("my-ap-123456789012.s3-accesspoint-fips.dualstack.us-west-2.amazonaws.com:443", "us-west-2", "my-ap")]
    [InlineData("ap-123456789012.s3-accesspoint.eu-west-1.localhost:4566", "eu-west-1", "ap")]
    [InlineData("ap-123456789012.s3-accesspoint.localhost", "eu-central-1", "ap")]
    [InlineData("AP-123456789012.localhost:4566", "eu-central-1", "ap")]
    [InlineData("ap-123456789012.w.world.localhost:4566", "eu-central-1", "ap")]
    [InlineData("ap-123456789012.vpce-0123456789abcdef0.vpce.localhost", "eu-central-1", "ap")]
    [InlineData("ap-123456789012.accesspoint.vpce-1a-5e.s3.us-east-1.vpce.amazonaws.com", "us-east-1", "ap")]
    public void Access_points_are_found_in_hosts(string host, string region, string name) =>
        Assert.Equal($"arn:aws:s3:{region}:{A}:accesspoint/{name}", PointHost.ArnOf(host, "eu-central-1"));

    [Theory]
    [InlineData("localhost:4566")]
    [InlineData("123456789012.localhost")]
    [InlineData("-123456789012.example.com")]
    [InlineData("ap-123456789012.example.com")]
    [InlineData("ap-123456789012.amazonaws.com")]
    [InlineData("ap-123456789012.s3.localhost")]
    [InlineData("ap-123456789012.s3.eu-west-1.amazonaws.com")]
    [InlineData("ap-12345678901x.localhost")]
    [InlineData("ap-123456789012.s3-accesspoint.nowhere.amazonaws.com")]
    [InlineData("ap-123456789012.s3-website.localhost")]
    [InlineData("123456789012.s3-control.eu-west-1.amazonaws.com")]
    public void Other_hosts_name_none(string host) => Assert.Null(PointHost.ArnOf(host, "eu-central-1"));
}
