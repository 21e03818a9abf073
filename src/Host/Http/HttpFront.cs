using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Orrery.Core;
using Orrery.Host.Logging;
using Orrery.Host.Stores;
using Orrery.Wire.Requests;

namespace Orrery.Host.Http;

/// <summary>Takes each request from Kestrel, has it answered, sends the answer and logs it.</summary>
internal sealed class HttpFront(
    Doors doors, VisitDesk visits, RequestLog log, TimeProvider clock)
    : IHttpApplication<IFeatureCollection>
{
    /// <inheritdoc/>
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    /// <inheritdoc/>
    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }

    /// <inheritdoc/>
    public async Task ProcessRequestAsync(IFeatureCollection context)
    {
        var started = clock.GetTimestamp();
        var request = context.Get<IHttpRequestFeature>()!;
        var lifetime = context.Get<IHttpRequestLifetimeFeature>()!;
        var wire = RequestAdapter.ToWire(context, request, out var choice);
        var answer = await AnswerAsync(wire, choice, lifetime.RequestAborted);
        var facts = answer.Facts;
        var visit = answer.Visit is { } told ? visits.Begin(told, clock.GetElapsedTime(started)) : null;
        try
        {
            await ResponseAdapter.SendAsync(context, answer.Response, wire.Method == "HEAD", lifetime.RequestAborted);
        }
        catch (Exception problem) when (
            problem is OperationCanceledException or ConnectionAbortedException or ConnectionResetException)
        {
            facts = facts with { ErrorCode = "ClientGone" };
        }
        catch (Exception problem)
        {
            log.Failure("to send an answer to " + facts.Operation, facts.RequestId, problem);
            facts = facts with { ErrorCode = "AnswerBroken" };
            lifetime.Abort();
        }
        finally
        {
            visit?.End(clock.GetElapsedTime(started), facts.ErrorCode == answer.Facts.ErrorCode);
        }
        log.Request(facts, started);
    }

    private async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        var answerer = doors.Of(request, choice);
        try
        {
            return await answerer.AnswerAsync(request, choice, gone);
        }
        catch (ServiceException refusal)
        {
            return answerer.Refuse(request, choice, refusal);
        }
        catch (OperationCanceledException) when (gone.IsCancellationRequested)
        {
            return new(new(400), new($"{request.Method} {request.RawPath}", 0, "") { ErrorCode = "ClientGone" });
        }
        catch (Exception problem) when (Explained(problem) is { } refusal)
        {
            return answerer.Refuse(request, choice, refusal);
        }
        catch (Exception problem)
        {
            log.Failure($"to answer {request.Method} {request.RawPath}", null, problem);
            return answerer.Refuse(request, choice, new(
                "InternalFailure", "Orrery itself failed; the world is unchanged. Its log says more.", 500));
        }
    }

    /// <summary>
    /// What is not a failure of ours: broken HTTP, and a world that was reset or deleted under the request.
    /// </summary>
    private static ServiceException? Explained(Exception problem) => problem switch
    {
        Microsoft.AspNetCore.Http.BadHttpRequestException bad =>
            new("MalformedHttpRequest", bad.Message, bad.StatusCode),
        ObjectDisposedException { ObjectName: nameof(Kernel.World) } =>
            new("ServiceUnavailable", "The world was reset or deleted meanwhile.", 503),
        _ => null,
    };
}
