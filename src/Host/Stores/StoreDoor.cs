using Orrery.Contracts.Stores;
using Orrery.Core;
using Orrery.Host.Aws;
using Orrery.Host.Http;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Wire.Requests;

namespace Orrery.Host.Stores;

/// <summary>
/// What browsers need before the AWS API: preflights and headers for other origins, and forms that upload. Sources: S3
/// user guide, "Using cross-origin resource sharing (CORS)"; S3 API Reference, "OPTIONS object", "POST Object".
/// </summary>
internal sealed class StoreDoor(Station station, AwsApi aws) : IAnswerer
{
    private const string Denied = "CORSResponse: This CORS request is not allowed. This is usually because the "
        + "evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are "
        + "not whitelisted by the resource's CORS spec.";

    private readonly FormUpload _forms = new(station, aws);

    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        var origin = request.Headers.Get("Origin");
        if (request.Method == "OPTIONS")
            return await NamedAsync(request, choice, () => PreflightAsync(request, choice, origin));
        var answer = FormUpload.Is(request)
            ? await NamedAsync(request, choice, () => _forms.AnswerAsync(request, choice, gone))
            : await aws.AnswerAsync(request, choice, gone);
        if (origin is null) return answer;
        var told = await AskAsync(request, choice, new(origin, request.Method, []), answer.Facts.Region);
        foreach (var (name, value) in told?.Headers ?? []) answer.Response.Headers.Set(name, value);
        return answer;
    }

    /// <inheritdoc/>
    public Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal) =>
        aws.Refuse(request, choice, refusal);

    // What is refused here got no id on its way, as other requests do.
    private async ValueTask<Answer> NamedAsync(
        WireRequest request, WorldChoice choice, Func<ValueTask<Answer>> answer)
    {
        try
        {
            return await answer();
        }
        catch (ServiceException refusal)
        {
            var world = await station.Worlds.FindAsync(choice.World);
            return AwsApi.Refuse(request, choice, refusal, world.NewRequestId());
        }
    }

    private async ValueTask<Answer> PreflightAsync(WireRequest request, WorldChoice choice, string? origin)
    {
        if (origin is null || request.Headers.Get("Access-Control-Request-Method") is not { } method)
            throw new ServiceException(
                "BadRequest", "Insufficient information. Origin request header needed.", 400);
        var headers = (request.Headers.Get("Access-Control-Request-Headers") ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var told = await AskAsync(request, choice, new(origin, method, headers))
            ?? throw new ServiceException("NoSuchBucket", "The specified bucket does not exist", 404);
        if (told.Headers is not { } lines)
            throw new ServiceException(
                "AccessForbidden",
                told.IsConfigured ? Denied : "CORSResponse: CORS is not enabled for this bucket.", 403);
        var response = new WireResponse();
        foreach (var (name, value) in lines) response.Headers.Add(name, value);
        return new(response, new($"OPTIONS {request.RawPath}", response.Status, "") { World = choice.World });
    }

    private async ValueTask<CrossOriginAnswer?> AskAsync(
        WireRequest request, WorldChoice choice, CrossOrigin asked, string? region = null)
    {
        var world = await station.Worlds.FindAsync(choice.World);
        var info = new CallInfo(Scope.World, Caller.Kernel, "orrery:CrossOrigin", world.NewRequestId());
        return world.Blueprint.Ports.Find<IStoreFront>() is { } front
            ? world.Query(info, call => front.Answer(call, Objects.BucketOf(request, region), asked))
            : null;
    }
}
