using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>Which service, protocol and operation a request is for.</summary>
public sealed class ResolutionTests
{
    private const string Form = "Content-Type: application/x-www-form-urlencoded; charset=utf-8";
    private static readonly RequestGate Gate = new(TestCatalog.Instance, new GateOptions());

    public static TheoryData<ResolvedCase> Known { get; } =
    [
        new ResolvedCase("POST /", Form, "Version=2016-11-15&Action=DescribeVpcs", "ec2", "ec2", WireProtocol.Ec2,
            "DescribeVpcs"),
        new ResolvedCase("GET /?Action=DescribeVpcs&Version=2016-11-15", "A: b", "", "ec2", "ec2", WireProtocol.Ec2,
            "DescribeVpcs"),
        new ResolvedCase("POST /", Form, "Action=ListUsers&Version=2010-05-08", "iam", "iam", WireProtocol.Query,
            "ListUsers"),
        new ResolvedCase("POST /", Form, "Action=DescribeLoadBalancers&Version=2012-06-01", "elasticloadbalancing",
            "elb",
            WireProtocol.Query, "DescribeLoadBalancers"),
        new ResolvedCase("POST /", Form, "Action=DescribeLoadBalancers&Version=2015-12-01", "elasticloadbalancing",
            "elbv2",
            WireProtocol.Query, "DescribeLoadBalancers"),
        new ResolvedCase("POST /", Form, "Action=CreateDBInstance&Version=2014-10-31", "rds", "rds", WireProtocol.Query,
            "CreateDBInstance"),
        new ResolvedCase("POST /",
            "X-Amz-Target: DynamoDB_20120810.ListTables|Content-Type: application/x-amz-json-1.0", "{}",
            "dynamodb", "dynamodb", WireProtocol.Json10, "ListTables"),
        new ResolvedCase("POST /",
            "X-Amz-Target: AmazonEC2ContainerRegistry_V20150921.ListImages|Content-Type: application/x-amz-json-1.1",
            "{}", "ecr", "ecr", WireProtocol.Json11, "ListImages"),
        new ResolvedCase("POST /service/GraniteServiceVersion20100801/operation/ListMetrics",
            "Smithy-Protocol: rpc-v2-cbor", "",
            "monitoring", "cloudwatch", WireProtocol.RpcV2Cbor, "ListMetrics"),
        new ResolvedCase("POST /", Form, "Action=ListMetrics&Version=2010-08-01", "monitoring", "cloudwatch",
            WireProtocol.Query,
            "ListMetrics"),
        new ResolvedCase("GET /2015-03-31/functions/", "A: b", "", "lambda", "lambda", WireProtocol.RestJson,
            "ListFunctions"),
        new ResolvedCase("GET /2015-03-31/functions/f", "A: b", "", "lambda", "lambda", WireProtocol.RestJson,
            "GetFunction"),
        new ResolvedCase("GET /v2/apis", "A: b", "", "apigateway", "apigatewayv2", WireProtocol.RestJson, "GetApis"),
        new ResolvedCase("GET /restapis", "A: b", "", "apigateway", "apigateway", WireProtocol.RestJson, "GetRestApis"),
        new ResolvedCase("GET /v20180820/jobs", "A: b", "", "s3", "s3control", WireProtocol.RestXml, "ListJobs"),
        new ResolvedCase("GET /2013-04-01/hostedzone", "A: b", "", "route53", "route53", WireProtocol.RestXml,
            "ListHostedZones"),
        new ResolvedCase("GET /b/k", "A: b", "", "s3", "s3", WireProtocol.RestXml, "GetObject"),
        new ResolvedCase("POST /", Form, "Action=AssumeRoleWithWebIdentity&Version=2011-06-15", "", "sts",
            WireProtocol.Query,
            "AssumeRoleWithWebIdentity"),
        new ResolvedCase("POST /token", "Content-Type: application/json", "{}", "", "sso-oidc",
            WireProtocol.RestJson, "CreateToken"),
        new ResolvedCase("GET /b/k", "A: b", "", "", "s3", WireProtocol.RestXml, "GetObject"),
    ];

    [Theory]
    [MemberData(nameof(Known))]
    public async Task Known_requests_are_resolved(ResolvedCase row)
    {
        string[] headers = ["Host: localhost:4566", .. row.Headers.Split('|')];
        var admission = await Admit(row.Line, headers, row.Body, row.SignedAs);
        Assert.Null(admission.Refusal);
        Assert.Equal(row.Service, admission.Service!.Name);
        Assert.Equal((row.Protocol, row.Operation), (admission.Protocol, admission.Operation!.Name));
        Assert.Equal(row.SignedAs.Length > 0 ? "eu-west-1" : "us-east-1", admission.Region);
    }

    public static TheoryData<RefusedCase> Unknown { get; } =
    [
        new RefusedCase("POST /", Form, "Action=Fly&Version=2016-11-15", "ec2", WireProtocol.Ec2, "InvalidAction", 400),
        new RefusedCase("POST /", Form, "Version=2016-11-15", "ec2", WireProtocol.Ec2, "MissingParameter", 400),
        new RefusedCase("POST /", Form, "Action=Fly&Version=2010-05-08", "iam", WireProtocol.Query, "InvalidAction",
            400),
        new RefusedCase("POST /", "A: b", "", "iam", WireProtocol.Query, "MissingAction", 400),
        new RefusedCase("POST /", "X-Amz-Target: DynamoDB_20120810.Fly|Content-Type: application/x-amz-json-1.0", "",
            "dynamodb",
            WireProtocol.Json10, "UnknownOperationException", 400),
        new RefusedCase("POST /", "X-Amz-Target: nonsense", "", "dynamodb", WireProtocol.Json11,
            "UnknownOperationException", 400),
        new RefusedCase("POST /", "A: b", "", "dynamodb", WireProtocol.Json10, "UnknownOperationException", 400),
        new RefusedCase("POST /service/Granite/operation/ListMetrics", "Smithy-Protocol: rpc-v2-cbor", "", "monitoring",
            WireProtocol.RpcV2Cbor, "UnknownOperationException", 400),
        new RefusedCase("POST /elsewhere", "Smithy-Protocol: rpc-v2-cbor", "", "monitoring", WireProtocol.RpcV2Cbor,
            "UnknownOperationException", 404),
        new RefusedCase("GET /nowhere", "A: b", "", "lambda", WireProtocol.RestJson, "UnknownOperationException", 404),
        new RefusedCase("GET /nowhere", "A: b", "", "route53", WireProtocol.RestXml, "UnknownOperationException", 404),
        new RefusedCase("PATCH /b/k", "A: b", "", "s3", WireProtocol.RestXml, "MethodNotAllowed", 405),
        new RefusedCase("GET /", "A: b", "", "teleport", WireProtocol.RestXml, "UnknownOperationException", 404),
    ];

    [Theory]
    [MemberData(nameof(Unknown))]
    public async Task What_nobody_knows_is_refused_in_its_protocol(RefusedCase row)
    {
        string[] headers = ["Host: localhost:4566", .. row.Headers.Split('|')];
        var admission = await Admit(row.Line, headers, row.Body, row.SignedAs);
        Assert.Equal(row.Protocol, admission.Protocol);
        Assert.Equal((row.Code, row.Status), (admission.Refusal!.Code, admission.Refusal.Status));
    }

    [Theory]
    [InlineData("GET /k", "bucket.s3.localhost:4566", "bucket", "k", "us-east-1")]
    [InlineData("GET /k", "my.dotted.bucket.s3.eu-central-1.amazonaws.com", "my.dotted.bucket", "k", "eu-central-1")]
    [InlineData("GET /b/k", "s3.localhost:4566", "b", "k", "us-east-1")]
    [InlineData("GET /b/k", "s3.eu-west-2.localhost", "b", "k", "eu-west-2")]
    [InlineData("GET /b/k", "s3-eu-west-2.amazonaws.com", "b", "k", "eu-west-2")]
    [InlineData("GET /b/k", "127.0.0.1:4566", "b", "k", "us-east-1")]
    [InlineData("GET /b/k", "[::1]:4566", "b", "k", "us-east-1")]
    [InlineData("GET /", "bucket.s3.localhost", "bucket", null, "us-east-1")]
    [InlineData("GET /", "bucket.localhost:4566", "bucket", null, "us-east-1")]
    [InlineData("GET /k/l", "my.dotted.bucket.localhost:4566", "my.dotted.bucket", "k/l", "us-east-1")]
    [InlineData("GET /k", "bucket.w.world.localhost:4566", "bucket", "k", "us-east-1")]
    [InlineData("GET /b/k", "w.world.localhost:4566", "b", "k", "us-east-1")]
    [InlineData("GET /k", "bucket.vpce-0123456789abcdef0.vpce.localhost", "bucket", "k", "us-east-1")]
    [InlineData("GET /b/k", "vpce-0123456789abcdef0.vpce.localhost", "b", "k", "us-east-1")]
    public async Task A_host_may_name_bucket_and_region(
        string line, string host, string bucket, string? key, string region)
    {
        var admission = await Admit(line, [$"Host: {host}"], "", "");
        Assert.Equal((bucket, key, region), (admission.Label("Bucket"), admission.Label("Key"), admission.Region));
    }

    // The signature says that it is for S3; without one the host names the service.
    [Theory]
    [InlineData("dynamodb.localhost:4566", "dynamodb")]
    [InlineData("my.monitoring.localhost", "my.monitoring")]
    [InlineData("iam.eu-west-1.localhost", "iam")]
    public async Task A_bucket_may_have_the_name_of_a_service(string host, string bucket)
    {
        var admission = await Admit("GET /k", [$"Host: {host}"], "", "s3");
        Assert.Equal((bucket, "k"), (admission.Label("Bucket"), admission.Label("Key")));
        Assert.NotEqual("s3", (await Admit("GET /k", [$"Host: {host}"], "", "")).Service?.Name);
    }

    [Fact]
    public async Task An_account_before_the_endpoint_is_for_S3_Control()
    {
        var admission = await Admit("GET /v20180820/jobs", ["Host: 123456789012.localhost:4566"], "", "s3");
        Assert.Equal(("s3control", "ListJobs"), (admission.Service!.Name, admission.Operation!.Name));
    }

    [Theory]
    [InlineData("ec2.ap-south-1.localhost:4566", "ec2", "ap-south-1", null)]
    [InlineData("EC2.us-gov-west-1.amazonaws.com", "ec2", "us-gov-west-1", null)]
    [InlineData("api.ecr.eu-west-1.amazonaws.com", "api.ecr", "eu-west-1", null)]
    [InlineData("s3.dualstack.eu-west-1.amazonaws.com", "s3", "eu-west-1", null)]
    [InlineData("123456789012.s3-control.eu-west-1.amazonaws.com", "s3-control", "eu-west-1", "123456789012")]
    [InlineData("sts.amazonaws.com", "sts", null, null)]
    [InlineData("nobody.localhost", null, null, null)]
    [InlineData("localhost:4566", null, null, null)]
    [InlineData(".localhost", null, null, null)]
    [InlineData("..s3.localhost", "s3", null, ".")]
    [InlineData("", null, null, null)]
    [InlineData(":", null, null, null)]
    public void Host_names_are_read(string host, string? endpoint, string? region, string? front)
    {
        var known = TestCatalog.Instance.All.Select(s => s.EndpointPrefix).ToHashSet();
        var read = HostName.Parse(host, known.Contains);
        Assert.Equal((endpoint, region, front), (read.EndpointPrefix, read.Region, read.Front));
    }

    private static async Task<Admission> Admit(string line, string[] headers, string body, string signedAs)
    {
        var now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
        var request = WireRequests.Of(line, headers, body);
        if (signedAs.Length > 0) new TestSigner(new("test", "test"), signedAs, now).Sign(request);
        return await Gate.AdmitAsync(request, new Keys(), now);
    }
}
