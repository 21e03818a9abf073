using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Spot;

/// <summary>
/// One attempt to fulfil a Spot request: a launch, or the start of the instance that was stopped; and what its
/// instance's end means to it. Source: EC2 User Guide, "Get the status of a Spot Instance request" (states and codes).
/// </summary>
internal static class SpotEvaluation
{
    private static readonly TimeSpan Far = TimeSpan.FromDays(30);

    /// <summary>Tries; the request says what came of it.</summary>
    public static void Run(Call call, SpotRequestRecord request)
    {
        if (request.ValidFrom > call.Now)
        {
            Wait(call, request, SpotStatus.NotScheduledYet, request.ValidFrom);
            return;
        }

        try
        {
            if (request.State == SpotInstanceState.Disabled)
            {
                Restart(call, request);
                return;
            }

            Launch(call, request);
        }
        catch (ServiceException refusal)
        {
            Refused(call, request, refusal);
        }
    }

    /// <summary>The request in another state.</summary>
    public static SpotRequestRecord With(
        ReadCall call, SpotRequestRecord request, SpotInstanceState state, string code) =>
        request with { State = state, StatusCode = code, StatusTime = call.Now };

    /// <summary>Follows an instance that begins to end or to stop.</summary>
    public static void Ended(Call call, InstanceRecord instance)
    {
        call.Cancel(SpotInstanceLoop.TimerKind, instance.Id.Value);
        if (SpotInterruption.Request(call, instance) is not { } request
            || request.InstanceId != instance.Id.Value
            || request.State is not (SpotInstanceState.Active or SpotInstanceState.Disabled))
        {
            return;
        }

        var stopped = instance.State == InstanceStateName.Stopping;
        var interrupted = instance.StateReason?.Code.StartsWith("Server.Spot", StringComparison.Ordinal) == true;
        var code = (stopped, interrupted) switch
        {
            (true, true) => $"instance-stopped-{Cause(instance)}",
            (false, true) => $"instance-terminated-{Cause(instance)}",
            (true, false) => SpotStatus.StoppedByUser,
            _ => SpotStatus.TerminatedByUser,
        };
        if (stopped)
        {
            // One that a user stopped waits for the user; one that was interrupted, for room and price, or its fleet.
            SpotRequestLoop.Put(
                call,
                With(call, request, SpotInstanceState.Disabled, code),
                interrupted && request.FleetId is null ? NextTry(call, request) : null);
        }
        else if (request is { Type: SpotInstanceType.Persistent, FleetId: null })
        {
            // A user's end is made up for at once; capacity that EC2 took is not there so soon.
            var open = With(call, request, SpotInstanceState.Open, code);
            SpotRequestLoop.Put(call, open, interrupted ? NextTry(call, request) : call.Now);
        }
        else
        {
            SpotRequestLoop.Put(call, With(call, request, SpotInstanceState.Closed, code));
        }
    }

    /// <summary>Follows an instance that is started again.</summary>
    public static void Started(Call call, InstanceRecord instance)
    {
        if (SpotInterruption.Request(call, instance) is not { State: SpotInstanceState.Disabled } request)
        {
            return;
        }

        SpotRequestLoop.Put(call, With(call, request, SpotInstanceState.Active, SpotStatus.Fulfilled));
        SpotInstanceLoop.Watch(call, instance);
    }

    /// <summary>Starts an instance again that was interrupted.</summary>
    /// <exception cref="ServiceException">Price or room do not allow it.</exception>
    public static void Resume(Call call, SpotRequestRecord request, InstanceRecord instance)
    {
        var pool = new SpotPool(instance.AvailabilityZone, instance.InstanceType);
        SpotTerms.CheckPrice(call, pool, request.MaxPrice);
        CapacityPools.CheckRoom(call, pool, spot: true, 1);
        var started = InstanceStates.Started(call, instance) with { SpotNotice = null, RebalanceAt = null };
        InstanceLoop.Boot(call, started);
        InstancePublicIps.Start(call, started);
        Started(call, started);
    }

    private static string Cause(InstanceRecord instance) => instance.SpotNotice?.Cause ?? SpotStatus.ByService;

    private static void Launch(Call call, SpotRequestRecord request)
    {
        var launch = ShapeJson.Read<RunInstancesRequest>(request.Launch);
        var made = new InstanceLauncher(call, launch, new() { Request = request, Fleet = null }).Launch();
        InstanceLoop.Launch(call, made[0].ReservationId);
        call.Cancel(SpotRequestLoop.TimerKind, request.Id.Value);
        if (request is { Type: SpotInstanceType.Persistent, ValidUntil: { } until })
        {
            call.Schedule(SpotRequestLoop.TimerKind, until, request.Id.Value);
        }
    }

    private static void Restart(Call call, SpotRequestRecord request)
    {
        if (request.StatusCode == SpotStatus.StoppedByUser || request.FleetId is not null
            || call.Read(InstanceTables.Instances).Find(new(request.InstanceId!)) is not { } instance)
        {
            return;
        }

        if (instance.State != InstanceStateName.Stopped)
        {
            Wait(call, request, request.StatusCode, NextTry(call, request));
            return;
        }

        Resume(call, request, instance);
    }

    private static void Refused(Call call, SpotRequestRecord request, ServiceException refusal)
    {
        var code = refusal.Code switch
        {
            "InsufficientInstanceCapacity" => SpotStatus.CapacityNotAvailable,
            "SpotMaxPriceTooLow" => SpotStatus.PriceTooLow,
            "MaxSpotInstanceCountExceeded" or "VcpuLimitExceeded" => SpotStatus.LimitExceeded,
            _ => null,
        };
        if (request.State == SpotInstanceState.Disabled)
        {
            Wait(call, request, request.StatusCode, NextTry(call, request));
        }
        else if (code is not null)
        {
            Wait(call, request, code, NextTry(call, request));
        }
        else
        {
            SpotRequestLoop.Put(call, With(call, request, SpotInstanceState.Failed, SpotStatus.BadParameters) with
            {
                FaultCode = refusal.Code, FaultMessage = refusal.Message,
            });
        }
    }

    private static void Wait(Call call, SpotRequestRecord request, string code, DateTimeOffset? next) =>
        SpotRequestLoop.Put(
            call, request.StatusCode == code ? request : With(call, request, request.State, code), next);

    // The next slot of prices that is within the maximum; room changes by what happens, which wakes the requests.
    private static DateTimeOffset NextTry(ReadCall call, SpotRequestRecord request)
    {
        var seed = CapacityPools.SeedOf(call);
        var most = SpotTerms.MostOf(request) ?? decimal.MaxValue;
        var zones = request.State == SpotInstanceState.Disabled
            ? [request.Zone!]
            : Zones.RegionOf(call).Zones.Select(z => z.Name);
        return zones.Select(zone => new SpotPool(zone, request.InstanceType))
            .Select(pool => SpotPrices.Next(
                seed, call.Region, pool, SpotPrices.NextSlot(seed, pool, call.Now), price => price <= most))
            .Min() ?? call.Now + Far;
    }
}
