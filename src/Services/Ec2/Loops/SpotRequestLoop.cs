using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Moves Spot requests on: it evaluates open ones when something changed that they wait for, ends those whose time is
/// over, and takes closed ones out of sight. Source: EC2 User Guide, "Get the status of a Spot Instance request".
/// </summary>
public sealed class SpotRequestLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is a request.</summary>
    internal const string TimerKind = "ec2.spot-request";

    private static readonly TimeSpan Evaluating = TimeSpan.FromSeconds(2);

    // AWS: "canceled Spot Instance requests remain visible for about an hour" (CLI reference): guessed for all ends.
    private static readonly TimeSpan Visible = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Lets a request be evaluated soon.</summary>
    internal static void Evaluate(Call call, SpotRequestRecord request)
    {
        call.Cancel(TimerKind, request.Id.Value);
        call.Settle(TimerKind, Evaluating, request.Id.Value);
    }

    /// <summary>Lets all requests that wait for a type be evaluated.</summary>
    internal static void Wake(Call call, string type)
    {
        foreach (var request in call.Read(SpotTables.Requests)
            .By(SpotTables.OpenRequestsByType, type).ToList())
        {
            Evaluate(call, request);
        }
    }

    /// <summary>Puts a request and the timer that it needs in its state.</summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request.</param>
    /// <param name="next">When it is worth another try, if that is known.</param>
    internal static void Put(Call call, SpotRequestRecord request, DateTimeOffset? next = null)
    {
        call.Cancel(TimerKind, request.Id.Value);
        Follow(call, request);
        call.Write(SpotTables.Requests).Put(request);
        var due = request.State switch
        {
            SpotInstanceState.Open or SpotInstanceState.Disabled => Earlier(next, request.ValidUntil),
            SpotInstanceState.Active =>
                request.Type == SpotInstanceType.Persistent ? request.ValidUntil : null,
            _ => call.Now + Visible,
        };
        if (due is { } at)
        {
            call.Schedule(TimerKind, at, request.Id.Value);
        }
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(SpotTables.Requests).Find(new(subject)) is not { } request)
        {
            return;
        }

        switch (request.State)
        {
            case SpotInstanceState.Open when request.ValidUntil <= call.Now:
                Put(call, SpotEvaluation.With(
                    call, request, SpotInstanceState.Closed, SpotStatus.ScheduleExpired));
                break;
            case SpotInstanceState.Disabled when request.ValidUntil <= call.Now:
                Put(call, SpotEvaluation.With(call, request, SpotInstanceState.Cancelled, request.StatusCode));
                break;
            case SpotInstanceState.Open or SpotInstanceState.Disabled:
                SpotEvaluation.Run(call, request);
                break;
            case SpotInstanceState.Active:
                // A persistent request that expires leaves its instance alone (User Guide, "Cancel a Spot request").
                Put(call, SpotEvaluation.With(
                    call, request, SpotInstanceState.Cancelled, SpotStatus.CanceledAndRunning));
                break;
            default:
                Forget(call, request);
                break;
        }
    }

    // Of a request that ends with its instance a fleet tells nothing: AWS has no sub-type for it.
    private static void Follow(Call call, SpotRequestRecord request)
    {
        if (request.FleetId is not null && call.Read(SpotTables.Requests).Find(request.Id)?.State is { } before
            && before != request.State && request.State is
                SpotInstanceState.Active or SpotInstanceState.Disabled or SpotInstanceState.Cancelled)
        {
            FleetEvents.Request(call, request, request.State.ToWire(), before.ToWire());
        }
    }

    private static void Forget(Call call, SpotRequestRecord request)
    {
        // A request is looked up for as long as its instance lives.
        if (request.InstanceId is { } id && call.Read(InstanceTables.Instances).Find(new(id)) is { } instance
            && instance.SpotRequestId == request.Id.Value
            && instance.State is not InstanceStateName.Terminated)
        {
            call.Schedule(TimerKind, call.Now + Visible, request.Id.Value);
            return;
        }

        call.Write(SpotTables.Requests).Remove(request.Id);
        TagStore.Forget(call, request.Id.Value);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
