using Orrery.Core;
using Orrery.Host.Http;
using Orrery.Host.Logging;
using Orrery.Host.Stores;
using Orrery.Operations;
using Orrery.Wire.Generated.Catalog;
using Orrery.Wire.Protocols;
using Orrery.Wire.Requests;

namespace Orrery.Host.Aws;

/// <summary>The AWS API of all services.</summary>
internal sealed class AwsApi : IAnswerer
{
    private readonly Station _station;
    private readonly RequestLog _log;
    private readonly Dispatcher _dispatcher;

    /// <summary>Makes it.</summary>
    public AwsApi(Station station, House house, RequestLog log)
    {
        _station = station;
        _log = log;
        var gate = new GateOptions { DefaultAccount = station.Options.Account, Strict = station.Options.Strict };
        _dispatcher = new(house, new WireCatalog(), WireCatalog.Services, gate);
    }

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        var world = await _station.Worlds.FindAsync(choice.World);
        var handled = await _dispatcher.HandleAsync(world, request, _station.Clock.GetUtcNow(), gone);
        if (handled.Failure is { } failure) _log.Failure($"in {handled.Operation}", handled.RequestId, failure);
        if (handled is { Info: { } info, Refusal: { Decision: { } decision } refusal })
        {
            var at = _station.Clock.GetUtcNow();
            _station.Denials.Note(new(handled.RequestId, world.Name, at, info, refusal.Message, decision));
        }

        return new(handled.Response, new(handled.Operation, handled.Response.Status, handled.RequestId)
        {
            World = choice.World,
            Principal = handled.Info?.Caller.Arn,
            Account = handled.Info?.Scope.Account,
            Region = handled.Info?.Scope.Region,
            ErrorCode = handled.ErrorCode,
        })
        {
            Visit = Visits.Of(world, request, handled),
        };
    }

    /// <inheritdoc/>
    public Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal) =>
        // The world is not to be had, so nothing of it can make the id.
        Refuse(request, choice, refusal, "00000000-0000-0000-0000-000000000000");

    /// <summary>Refuses a request under an id of its world.</summary>
    public static Answer Refuse(
        WireRequest request, WorldChoice choice, ServiceException refusal, string requestId)
    {
        var codec = ProtocolCodec.Of(RequestResolver.ProtocolOf(request));
        var response = codec.WriteError(null, null, refusal, requestId);
        return new(response, new($"{request.Method} {request.RawPath}", response.Status, requestId)
        {
            World = choice.World,
            ErrorCode = refusal.Code,
        });
    }
}
