using Orrery.Tests.Wire.Codecs;
using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Wire.Routing;

/// <summary>A request for any operation of any model is found to be for it, in each of its protocols.</summary>
public sealed class EveryOperationTests
{
    // Deprecated twins of one route: the newer operation answers. ListDirectoryBuckets has a host of its own.
    private static readonly HashSet<string> Hidden =
    [
        "GetBucketLifecycle", "PutBucketLifecycle", "GetBucketNotification", "PutBucketNotification",
        "ListDirectoryBuckets",
    ];

    private static readonly RequestGate Gate = new(new WireCatalog(), new GateOptions());

    public static TheoryData<string> Models => [.. ModelFiles.Names];

    [Theory]
    [MemberData(nameof(Models))]
    public async Task Requests_find_their_operation(string model)
    {
        var service = JsonModelStore.Service(model);
        var problems = new List<string>();
        foreach (var operation in service.Operations.Select(o => service.Operation(o.Name)))
        {
            if (operation.HasEventStream || Hidden.Contains(operation.Name)) continue;
            foreach (var protocol in service.Protocols) await Check(operation, protocol, problems);
        }

        Assert.True(problems.Count == 0, $"{problems.Count}:\n{string.Join('\n', problems.Take(20))}");
    }

    private static async Task Check(OperationSchema operation, WireProtocol protocol, List<string> problems)
    {
        var value = new DynamicValues(1, protocol, isRequest: true).Structure(operation.Input);
        var request = ProtocolCodec.Of(protocol).WriteRequest(operation, value);
        request.Headers.Set("X-Amz-Date", "20260301T120000Z");
        request.Headers.Set("Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260301/us-east-1/{operation.Service.SigningName}/aws4_request, "
            + "SignedHeaders=host;x-amz-date, Signature=0");
        var found = await Gate.AdmitAsync(request, new NoKeys(), DateTimeOffset.UnixEpoch);
        var answer = (found.Service?.Name, found.Operation?.Name, found.Protocol);
        if (found.Refusal is not null || answer != (operation.Service.Id, operation.Name, protocol))
            problems.Add($"{operation.Name} {protocol} {request.Method} {request.RawPath}?{request.RawQuery}: {answer} "
                + found.Refusal?.Message);
    }

    private sealed class NoKeys : ICredentialSource
    {
        public SigningCredential? Find(string accessKeyId) => null;
    }
}
