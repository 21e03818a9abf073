using Orrery.Core;
using Orrery.Tests.Unit.Wire.Support;
using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>A service is asked at the gate what it makes of its requests, and no other service is.</summary>
public sealed class RequestRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly NotingRules _rules = new();

    [Theory]
    [InlineData("GET /b", "s3", "head ListObjects text, document ListObjects")]
    [InlineData("PUT /b/k", "s3", "head PutObject text")]
    [InlineData("GET /b/%ff", "s3", "head GetObject no text, document GetObject")]
    [InlineData("PATCH /b/k", "s3", "unrouted")]
    [InlineData("GET /2015-03-31/functions/%ff", "lambda", "")]
    [InlineData("PATCH /nowhere", "lambda", "")]
    public async Task A_service_is_asked_head_before_document(string line, string service, string asked)
    {
        Assert.Equal(asked.Contains("unrouted"), (await AdmitAsync(line, service)).Refusal?.Code == "Mine");
        Assert.Equal(asked, string.Join(", ", _rules.Asked));
    }

    [Fact]
    public async Task What_a_service_refuses_by_the_head_is_refused_with_the_body_unread()
    {
        _rules.Refusal = new("Mine", "No.");
        var body = new WireBody(new BlockedBody(), 5);
        var admission = await AdmitAsync("POST /b?delete", "s3", body);
        Assert.Equal("Mine", admission.Refusal?.Code);
        Assert.False(body.IsBuffered);
    }

    [Fact]
    public async Task A_caller_who_is_nobody_is_refused_before_the_service_is_asked()
    {
        var gate = GateOf(new() { Strict = true });
        var admission = await gate.AdmitAsync(Request("GET /b", "s3", new()), new Keys(), Now);
        Assert.Equal("InvalidAccessKeyId", admission.Refusal?.Code);
        Assert.Empty(_rules.Asked);
    }

    private RequestGate GateOf(GateOptions options) => new(
        TestCatalog.Instance, options, new Dictionary<string, IRequestRules> { ["s3"] = _rules });

    private async Task<Admission> AdmitAsync(string line, string service, WireBody? body = null) =>
        await GateOf(new()).AdmitAsync(Request(line, service, body ?? new()), new Keys(), Now);

    private static WireRequest Request(string line, string service, WireBody body)
    {
        var (method, target) = (line.Split(' ')[0], line.Split(' ')[1]);
        return new()
        {
            Method = method,
            RawPath = target.Split('?')[0],
            RawQuery = target.Contains('?') ? target.Split('?')[1] : "",
            Headers = new()
            {
                { "Host", "localhost" },
                { "X-Amz-Date", "20260301T120000Z" },
                {
                    "Authorization", $"AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/{service}/aws4_request, "
                        + "SignedHeaders=host;x-amz-date, Signature=0"
                },
            },
            Body = body,
        };
    }

    private sealed class NotingRules : IRequestRules
    {
        public List<string> Asked { get; } = [];

        public ServiceException? Refusal { get; set; }

        public void CheckHead(WireRequest request, Admission admission, bool hasTrailer)
        {
            Asked.Add($"head {admission.Operation!.Name} {(admission.IsText ? "text" : "no text")}");
            if (Refusal is not null) throw Refusal;
        }

        public void CheckDocument(WireRequest request, Admission admission) =>
            Asked.Add($"document {admission.Operation!.Name}");

        public ServiceException? Unrouted(WireRequest request)
        {
            Asked.Add("unrouted");
            return new("Mine", "No.");
        }
    }

    private sealed class BlockedBody : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Nobody may read this.");
    }
}
