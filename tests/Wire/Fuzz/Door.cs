using System.Collections.Concurrent;
using Orrery.Core;
using Orrery.Tests.Wire.Codecs;
using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;
using Orrery.Wire.Signing;

namespace Orrery.Tests.Wire.Fuzz;

/// <summary>What every request meets before an operation runs: the gate, then its protocol's reader.</summary>
internal sealed class Door : ICredentialSource
{
    private const string RequestId = "11111111-2222-3333-4444-555555555555";
    private readonly ConcurrentDictionary<string, ServiceSchema> _schemas = new();
    private readonly RequestGate _gate = new(new WireCatalog(), new GateOptions());

    /// <summary>A key that the world knows, so that what it signs is verified (and is never right here).</summary>
    public const string KnownKey = "AKIAFUZZFUZZFUZZFUZZ";

    public SigningCredential? Find(string accessKeyId) =>
        accessKeyId == KnownKey ? new SigningCredential(KnownKey, "secret") : null;

    /// <summary>The service of a model.</summary>
    public ServiceSchema Service(string model) => _schemas.GetOrAdd(model, m => JsonModelStore.Service(m));

    /// <summary>Takes a request in; gives the refusal, or null. Any other exception comes through.</summary>
    public async Task<ServiceException?> Enter(WireRequest request)
    {
        var admission = await _gate.AdmitAsync(request, this, new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var refusal = admission.Refusal ?? await Read(admission, request);
        if (refusal is null) return null;
        var schema = admission.Service is { } service ? Service(service.Name) : null;
        var answer = ProtocolCodec.Of(admission.Protocol).WriteError(
            schema, schema?.FindOperation(admission.Operation?.Name ?? ""), refusal, RequestId);
        Assert.InRange(answer.Status, 400, 499);
        return refusal;
    }

    private async Task<ServiceException?> Read(Admission admission, WireRequest request)
    {
        var operation = Service(admission.Service!.Name).Operation(admission.Operation!.Name);
        try
        {
            await request.Body.BufferAsync(1 << 24);
            ProtocolCodec.Of(admission.Protocol).ReadRequest(
                operation, request, admission.Labels, r => DynamicShape.Read(r, operation.Input));
            return null;
        }
        catch (ServiceException refusal)
        {
            return refusal;
        }
    }
}
