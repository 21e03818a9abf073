using System.Text;
using Orrery.Core;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Tests.Wire.Codecs;

/// <summary>Whatever comes in: a request is read, or refused with a 4xx. Nothing else leaves the codecs.</summary>
public sealed class MalformedTests
{
    private const int CasesPerModel = 400;

    public static TheoryData<string> Models =>
        ["ec2", "sts", "rds", "sqs", "cloudwatch", "dynamodb", "lambda", "s3", "route53", "securityhub"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Mutilated_requests_are_read_or_refused_with_a_4xx(string model)
    {
        var service = JsonModelStore.Service(model, keepPatterns: true);
        var random = new Random(7);
        var (read, refused) = (0, 0);
        for (var i = 0; i < CasesPerModel; i++)
        {
            var operation = service.Operation(service.Operations[random.Next(service.Operations.Count)].Name);
            if (!RoundTripTests.IsSpoken(operation)) continue;
            var protocol = service.Protocols[i % service.Protocols.Count];
            var value = new DynamicValues(i, protocol, isRequest: true).Structure(operation.Input);
            var sent = ProtocolCodec.Of(protocol).WriteRequest(operation, value);
            if (!sent.Body.IsBuffered) continue;
            if (Survives(operation, protocol, Mutilated(sent, random))) read++;
            else refused++;
        }

        Assert.True(refused > 20 && read + refused > CasesPerModel / 2, $"{read} read, {refused} refused");
    }

    [Theory]
    [InlineData("dynamodb", "PutItem", "{\"TableName\":\"t\",\"Item\":{\"a\":", "{\"M\":{\"a\":", "}}")]
    [InlineData("route53", "CreateHostedZone", "<CreateHostedZoneRequest>", "<a>", "</a>")]
    public void Endless_nesting_is_refused_and_does_not_exhaust_the_stack(
        string model, string name, string start, string open, string close)
    {
        const int Depth = 100_000;
        var body =
            start + string.Concat(Enumerable.Repeat(open, Depth)) + string.Concat(Enumerable.Repeat(close, Depth));
        var operation = JsonModelStore.Service(model).Operation(name);
        Assert.False(Survives(operation, operation.Service.Protocols[0], Body(Encoding.UTF8.GetBytes(body))));
    }

    [Fact]
    public void Endless_nesting_in_a_form_is_refused()
    {
        var operation = JsonModelStore.Service("ec2").Operation("CreateVpc");
        var name = string.Join('.', Enumerable.Repeat("a", 100_000));
        Assert.False(Survives(operation, WireProtocol.Ec2, Body(Encoding.UTF8.GetBytes(name + "=1"))));
    }

    [Fact]
    public void Endless_nesting_in_unknown_CBOR_is_refused()
    {
        var operation = JsonModelStore.Service("cloudwatch").Operation("ListMetrics");
        byte[] body = [0xA1, 0x61, (byte)'x', .. Enumerable.Repeat((byte)0x81, 100_000), 0x01];
        Assert.False(Survives(operation, WireProtocol.RpcV2Cbor, Body(body)));
    }

    private static bool Survives(OperationSchema operation, WireProtocol protocol, WireRequest request)
    {
        try
        {
            ProtocolCodec.Of(protocol).ReadRequest(operation, request, [], r => DynamicShape.Read(r, operation.Input));
            return true;
        }
        catch (ServiceException e)
        {
            Assert.InRange(e.Status, 400, 499);
            Assert.NotEmpty(e.Code);
            return false;
        }
    }

    private static WireRequest Mutilated(WireRequest request, Random random)
    {
        var body = request.Body.Bytes.ToArray().ToList();
        for (var changes = random.Next(1, 6); changes > 0 && body.Count > 0; changes--)
        {
            var at = random.Next(body.Count);
            switch (random.Next(4))
            {
                case 0: body[at] = (byte)random.Next(256); break;
                case 1: body.RemoveAt(at); break;
                case 2: body.Insert(at, (byte)"{}[]<>&=.\"0-%\0ÿ"[random.Next(15)]); break;
                default: body.RemoveRange(at, Math.Min(random.Next(1, 20), body.Count - at)); break;
            }
        }

        return new WireRequest
        {
            Method = request.Method,
            RawPath = request.RawPath,
            RawQuery = request.RawQuery.Length > 0 ? request.RawQuery[..random.Next(request.RawQuery.Length)] : "",
            Headers = request.Headers,
            Body = new WireBody(body.ToArray()),
        };
    }

    private static WireRequest Body(byte[] body) => new()
    {
        Method = "POST",
        RawPath = "/",
        Headers = [],
        Body = new WireBody(body),
    };
}
