using Orrery.Core;
using Orrery.Kernel;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Operations.Contents;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;
using Orrery.Wire.Schema;
using Orrery.Wire.Signing;

namespace Orrery.Operations;

/// <summary>
/// The way of a request: through the gate (which operation, who signed), into its typed form, through the operation in
/// a world, and back as an answer in its protocol. Whatever goes wrong on the way is answered in that protocol too.
/// </summary>
public sealed class Dispatcher
{
    private readonly House _house;
    private readonly RequestGate _gate;
    private readonly Dictionary<string, ServiceSchema> _schemas;

    /// <summary>Makes the dispatcher of a house.</summary>
    /// <param name="house">The served services.</param>
    /// <param name="catalog">All services whose models we know, for routing.</param>
    /// <param name="schemas">The same services, for answers.</param>
    /// <param name="options">The rules of the gate.</param>
    public Dispatcher(
        House house, IServiceCatalog catalog, IEnumerable<ServiceSchema> schemas, GateOptions options)
    {
        _house = house;
        _gate = new RequestGate(catalog, options, house.RequestRules);
        _schemas = schemas.ToDictionary(schema => schema.Id);
    }

    /// <summary>Answers a request; never throws for what a client may send.</summary>
    /// <param name="world">The world it is for.</param>
    /// <param name="request">The request.</param>
    /// <param name="realNow">The machine's time: clients sign with it.</param>
    /// <param name="cancellation">The client has gone: ends the wait for the body, and of an operation that
    /// waits.</param>
    public async ValueTask<Handled> HandleAsync(
        World world, WireRequest request, DateTimeOffset realNow, CancellationToken cancellation = default)
    {
        var requestId = world.NewRequestId();
        request.ReceivedAt = realNow;
        var principals = new WorldCredentials(world, requestId);
        var admission = await _gate.AdmitAsync(request, principals, realNow, cancellation);
        var schema = admission.Service is { } service ? _schemas.GetValueOrDefault(service.Name) : null;
        var codec = ProtocolCodec.Of(admission.Protocol);
        CallInfo? info = null;
        OperationEntry? entry = null;
        try
        {
            if ((admission.Refusal ?? KnownRegions.Refusal(admission)) is { } refusal)
            {
                throw refusal;
            }

            entry = _house.Find(admission.Service!.Name, admission.Operation!.Name)
                ?? throw NotServed(NameOf(admission, request));
            info = InfoOf(admission, principals, entry, requestId);
            var run = new OperationRun(codec, request, admission, world, info, cancellation);
            return new(await AnswerAsync(entry, run, requestId), requestId, entry.Name, info, null);
        }
        catch (ServiceException error)
        {
            var response = codec.WriteError(schema, entry?.Schema, error, requestId);
            return new(response, requestId, entry?.Name ?? NameOf(admission, request), info, error.Code)
            {
                Refusal = error.Decision is null ? null : error,
            };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The last resort: a defect of ours. The transaction is gone; the client must not retry for minutes.
            var error =
                new ServiceException("InternalFailure", $"Orrery failed; see its log for request {requestId}.", 500);
            var response = codec.WriteError(schema, entry?.Schema, error, requestId);
            return new(response, requestId, entry?.Name ?? NameOf(admission, request), info, error.Code)
            {
                Failure = failure,
            };
        }
    }

    private static string NameOf(Admission admission, WireRequest request) => admission.Operation is { } operation
        ? $"{admission.Service!.SigningName}:{operation.Name}"
        : $"{request.Method} {request.RawPath}";

    private static async ValueTask<WireResponse> AnswerAsync(OperationEntry entry, OperationRun run, string requestId)
    {
        using var serving = Serving.Of(entry, run.World);
        var result = await entry.RunAsync(run);
        var response = run.Codec.WriteResult(entry.Schema, result, requestId);
        serving?.Begin(response);
        return response;
    }

    private static CallInfo InfoOf(
        Admission admission, WorldCredentials principals, OperationEntry entry, string requestId)
    {
        var signer = admission.Signer;
        var caller = signer.Kind switch
        {
            SignerKind.Known => principals.CallerOf(signer.AccessKeyId),
            SignerKind.Root => Caller.Root(signer.Account, signer.AccessKeyId),
            _ => new Caller(signer.Account, "anonymous", "anonymous", "", CallerKind.Anonymous),
        };
        return new(new Scope(caller.Account, admission.Region), caller, entry.Name, requestId);
    }

    private static ServiceException NotServed(string name) => new(
        "UnsupportedOperation",
        $"Orrery does not serve {name} yet. 'orrery coverage' lists what it serves.");
}
