using System.Text;
using Orrery.Tests.Wire.Codecs;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Fuzz;

/// <summary>
/// Spoilt requests in each protocol are taken or refused as AWS refuses (4xx), and never end in another exception.
/// Bounded and seeded: a failure names what to run again.
/// </summary>
public sealed class FuzzTests
{
    private const int PerProtocol = 4000;
    private static readonly Door Door = new();

    [Theory]
    [InlineData("ec2", WireProtocol.Ec2)]
    [InlineData("sts", WireProtocol.Query)]
    [InlineData("dynamodb", WireProtocol.Json10)]
    [InlineData("kms", WireProtocol.Json11)]
    [InlineData("lambda", WireProtocol.RestJson)]
    [InlineData("s3", WireProtocol.RestXml)]
    [InlineData("route53", WireProtocol.RestXml)]
    [InlineData("cloudwatch", WireProtocol.RpcV2Cbor)]
    public async Task Spoilt_requests_are_taken_or_refused(string model, WireProtocol protocol)
    {
        var service = Door.Service(model);
        var operations = service.Operations
            .Select(o => service.Operation(o.Name)).Where(o => !o.HasEventStream).ToList();
        var (taken, refused) = (0, 0);
        for (var seed = 0; seed < PerProtocol; seed++)
        {
            var operation = operations[seed % operations.Count];
            var spoilt = new Mutator(seed).Spoil(Valid(operation, protocol, seed));
            if (await Enter(spoilt, $"{model} {operation.Name} {protocol} seed {seed}")) taken++;
            else refused++;
        }

        Assert.True(taken > 100 && refused > 100, $"{taken} taken, {refused} refused");
    }

    [Theory]
    [InlineData("ec2", "DescribeVpcs", WireProtocol.Ec2)]
    [InlineData("sts", "AssumeRole", WireProtocol.Query)]
    [InlineData("dynamodb", "PutItem", WireProtocol.Json10)]
    [InlineData("kms", "CreateKey", WireProtocol.Json11)]
    [InlineData("lambda", "CreateFunction", WireProtocol.RestJson)]
    [InlineData("s3", "PutBucketLifecycleConfiguration", WireProtocol.RestXml)]
    [InlineData("cloudwatch", "PutMetricData", WireProtocol.RpcV2Cbor)]
    public async Task Noise_is_taken_or_refused(string model, string name, WireProtocol protocol)
    {
        var operation = Door.Service(model).Operation(name);
        for (var seed = 0; seed < PerProtocol; seed++)
        {
            var valid = Valid(operation, protocol, seed);
            var noise = With(valid, new Mutator(seed).Noise());
            await Enter(noise, $"{model} {name} {protocol} noise {seed}");
        }
    }

    [Fact]
    public async Task The_unspoilt_requests_are_taken()
    {
        foreach (var (model, protocol) in new[] { ("dynamodb", WireProtocol.Json10), ("ec2", WireProtocol.Ec2) })
        {
            var service = Door.Service(model);
            foreach (var name in service.Operations.Select(o => o.Name))
                Assert.Null(await Door.Enter(Valid(service.Operation(name), protocol, 1)));
        }
    }

    public static TheoryData<string, string, WireProtocol, string> Claims { get; } = new()
    {
        { "dynamodb", "PutItem", WireProtocol.Json10, new string('[', 100_000) },
        { "dynamodb", "PutItem", WireProtocol.Json10, string.Concat(Enumerable.Repeat("{\"Item\":", 50_000)) },
        { "s3", "PutBucketLifecycleConfiguration", WireProtocol.RestXml,
            string.Concat(Enumerable.Repeat("<Rule>", 50_000)) },
        { "s3", "PutBucketLifecycleConfiguration", WireProtocol.RestXml,
            "<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\"><!ENTITY d \"&c;&c;\">]><a>&d;</a>" },
        { "ec2", "DescribeVpcs", WireProtocol.Ec2, "Action=DescribeVpcs&Version=2016-11-15&VpcId.2147483647=vpc-1" },
        { "ec2", "DescribeVpcs", WireProtocol.Ec2,
            "Action=DescribeVpcs&Version=2016-11-15" + string.Concat(Enumerable.Repeat("&Filter.1", 50_000)) },
        { "ec2", "DescribeVpcs", WireProtocol.Ec2,
            "Action=DescribeVpcs&Version=2016-11-15&" + string.Concat(Enumerable.Repeat("Filter.1.", 50_000)) + "=a" },
        { "cloudwatch", "PutMetricData", WireProtocol.RpcV2Cbor, "\u009b\u007f" + new string('\u00ff', 7) },
        { "cloudwatch", "PutMetricData", WireProtocol.RpcV2Cbor, "\u00bb\0\0\0\u0001\0\0\0\0" },
        { "cloudwatch", "PutMetricData", WireProtocol.RpcV2Cbor, "\u005a\u007f\u00ff\u00ff\u00ff" },
        { "cloudwatch", "PutMetricData", WireProtocol.RpcV2Cbor, new string('\u009f', 100_000) },
        { "cloudwatch", "PutMetricData", WireProtocol.RpcV2Cbor, new string('\u00c1', 100_000) },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task Deep_and_boastful_bodies_cost_little(
        string model, string name, WireProtocol protocol, string body)
    {
        var request = With(
            Valid(Door.Service(model).Operation(name), protocol, 1), Encoding.Latin1.GetBytes(body));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Enter(request, $"{model} {name}");
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 128L << 20);
    }

    private static async Task<bool> Enter(WireRequest request, string what)
    {
        try
        {
            return await Door.Enter(request) is null;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{what}: {e.GetType().Name} {e.Message}", e);
        }
    }

    private static WireRequest Valid(OperationSchema operation, WireProtocol protocol, int seed)
    {
        var value = new DynamicValues(seed, protocol, isRequest: true).Structure(operation.Input);
        var request = ProtocolCodec.Of(protocol).WriteRequest(operation, value);
        if (!request.Headers.Contains("Host")) request.Headers.Add("Host", "localhost:4566");
        request.Headers.Set("X-Amz-Date", "20260301T120000Z");
        var key = seed % 8 == 7 ? Door.KnownKey : "test";
        request.Headers.Set("Authorization",
            $"AWS4-HMAC-SHA256 Credential={key}/20260301/us-east-1/{operation.Service.SigningName}/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=0");
        return request;
    }

    private static WireRequest With(WireRequest request, byte[] body) => new()
    {
        Method = request.Method,
        RawPath = request.RawPath,
        RawQuery = request.RawQuery,
        Headers = request.Headers,
        Body = new WireBody(body),
    };
}
