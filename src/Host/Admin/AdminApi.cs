using Orrery.Core;
using Orrery.Host.Admin.Handlers;
using Orrery.Host.Http;
using Orrery.Wire.Requests;

namespace Orrery.Host.Admin;

/// <summary>The admin API: which address is answered by whom.</summary>
internal sealed class AdminApi(Station station) : IAnswerer
{
    /// <inheritdoc/>
    public async ValueTask<Answer> AnswerAsync(WireRequest request, WorldChoice choice, CancellationToken gone)
    {
        var refusal = BrowserGuard.Refusal(
            request.Host, request.Headers.Get("Origin"), request.Headers.Get("Sec-Fetch-Site"));
        if (refusal is not null) throw new ServiceException("ForbiddenOrigin", refusal, 403);
        var response = await RouteAsync(new(request, choice, gone));
        response.Headers.Add("Cache-Control", "no-store");
        return new(response, new(NameOf(request, choice), response.Status, "") { World = choice.World });
    }

    /// <inheritdoc/>
    public Answer Refuse(WireRequest request, WorldChoice choice, ServiceException refusal)
    {
        return new(
            AdminCall.Json(new(refusal.Code, refusal.Message), AdminJson.Default.AdminError, refusal.Status),
            new(NameOf(request, choice), refusal.Status, "") { ErrorCode = refusal.Code, World = choice.World });
    }

    private static string NameOf(WireRequest request, WorldChoice choice) => $"{request.Method} {choice.Path}";

    private Task<WireResponse> RouteAsync(AdminCall call) => (call.Method, call.Segments) switch
    {
        ("GET", ["_orrery", "health"]) => HealthHandler.ShowAsync(station, call),
        ("POST", ["_orrery", "reset"]) => WorldHandler.ResetAsync(station, call),
        ("GET", ["_orrery", "clock"]) => ClockHandler.ShowAsync(station, call),
        ("POST", ["_orrery", "clock", "advance"]) => ClockHandler.AdvanceAsync(station, call),
        ("POST", ["_orrery", "clock", "rate"]) => ClockHandler.RateAsync(station, call),
        ("POST", ["_orrery", "clock", "set"]) => ClockHandler.SetAsync(station, call),
        ("POST", ["_orrery", "clock", "mode"]) => ClockHandler.ModeAsync(station, call),
        ("GET", ["_orrery", "worlds"]) => WorldHandler.ListAsync(station),
        ("GET", ["_orrery", "worlds", var name]) => WorldHandler.ShowAsync(station, name),
        ("DELETE", ["_orrery", "worlds", var name]) => WorldHandler.DeleteAsync(station, name),
        ("POST", ["_orrery", "worlds", var name, "fork"]) => WorldHandler.ForkAsync(station, call, name),
        ("GET", ["_orrery", "worlds", var name, "export"]) => WorldFileHandler.ExportAsync(station, call, name),
        ("PUT", ["_orrery", "worlds", var name]) => WorldFileHandler.ImportAsync(station, call, name),
        ("GET", ["_orrery", "worlds", var left, "diff", var right]) =>
            WorldFileHandler.DiffAsync(station, left, right),
        ("GET", ["_orrery", "trace"]) => TraceHandler.ShowAsync(station, call),
        ("GET", ["_orrery", "resolve"]) => ResolveHandler.ShowAsync(station, call),
        ("GET", ["_orrery", "chart"]) => ChartHandler.ShowAsync(station, call),
        ("GET", ["_orrery", "s3", "uses"]) => StoreUseHandler.ListAsync(station, call),
        ("GET", ["_orrery", "topology"]) => TopologyHandler.ShowAsync(station, call),
        ("GET", ["_orrery", "reach"]) => ReachHandler.ShowAsync(station, call),
        ("POST", ["_orrery", "send"]) => SendHandler.SendAsync(station, call),
        ("GET", ["_orrery", "flow-logs"]) => FlowLogHandler.ListAsync(station, call),
        ("GET", ["_orrery", "flow-logs", var id]) => FlowLogHandler.ShowAsync(station, call, id),
        ("GET", ["_orrery", "onpremises"]) => OnPremisesHandler.ListAsync(station, call),
        ("PUT", ["_orrery", "onpremises", var id]) => OnPremisesHandler.DeclareAsync(station, call, id),
        ("DELETE", ["_orrery", "onpremises", var id]) => OnPremisesHandler.RemoveAsync(station, call, id),
        ("GET", ["_orrery", "issuers"]) => IssuerHandler.ListAsync(station, call),
        ("PUT", ["_orrery", "issuers", var issuer]) => IssuerHandler.DeclareAsync(station, call, issuer),
        ("DELETE", ["_orrery", "issuers", var issuer]) => IssuerHandler.RemoveAsync(station, call, issuer),
        ("GET", ["_orrery", "capacity"]) => CapacityHandler.ListAsync(station, call),
        ("PUT", ["_orrery", "capacity"]) => CapacityHandler.DeclareAsync(station, call),
        ("POST", ["_orrery", "spot", var id, "interrupt"]) => CapacityHandler.InterruptAsync(station, call, id),
        ("GET", ["_orrery", "impairments"]) => ImpairmentHandler.ListAsync(station, call),
        ("POST", ["_orrery", "impairments", var id]) => ImpairmentHandler.ImpairAsync(station, call, id),
        ("POST", ["_orrery", "impairments", var id, "mend"]) => ImpairmentHandler.MendAsync(station, call, id),
        ("GET", ["_orrery", "zones"]) => ZoneHandler.ListAsync(station, call),
        ("POST", ["_orrery", "zones", var zone, "fail"]) => ZoneHandler.FailAsync(station, call, zone),
        ("POST", ["_orrery", "zones", var zone, "mend"]) => ZoneHandler.MendAsync(station, call, zone),
        ("POST", ["_orrery", "simulate", "asg"]) => SimulationHandler.RunAsync(station, call),
        ("GET", ["_orrery", "loads"]) => LoadHandler.ListAsync(station, call),
        ("PUT", ["_orrery", "loads"]) => LoadHandler.ApplyAsync(station, call),
        ("DELETE", ["_orrery", "loads", var name]) => LoadHandler.RemoveAsync(station, call, name),
        ("GET", ["_orrery", "loads", "instances", var id]) => LoadHandler.InstanceAsync(station, call, id),
        ("GET", ["_orrery", "top"]) => TopHandler.ShowAsync(station, call),
        ("GET", ["_orrery", "explain", "asg", var name]) => GroupHandler.ExplainAsync(station, call, name),
        ("GET", ["_orrery", "explain", "denied"]) => DenialHandler.ListAsync(station, call),
        ("GET", ["_orrery", "explain", "denied", var id]) => DenialHandler.ShowAsync(station, call, id),
        ("GET", ["_orrery", "explain", var id]) => ExplainHandler.ShowAsync(station, call, id),
        ("GET", ["_orrery", "who-can"]) => WhoCanHandler.ShowAsync(station, call),
        ("GET", ["_orrery", "outbox"]) => OutboxHandler.ListAsync(station, call),
        ("GET", ["_orrery", "outbox", var number]) => OutboxHandler.ShowAsync(station, call, number),
        ("GET", ["_orrery", "coverage"]) => CoverageHandler.ShowAsync(call),
        ("GET", ["_localstack", "health"]) => LocalStackHandler.HealthAsync(station),
        ("GET", ["_localstack", "info"]) => LocalStackHandler.InfoAsync(station, call),
        _ => throw new ServiceException("NoSuchAddress", $"The admin API has no {call.Method} {call.Path}.", 404),
    };
}
