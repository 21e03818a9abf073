using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Markets;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Loops;

/// <summary>
/// Watches over one Spot Instance with one timer: until the price goes above its maximum or its capacity is withdrawn
/// (both are functions of time, so that the instant is known in advance), then until its notice is over. A rebalance
/// recommendation goes ten minutes ahead of a withdrawal: AWS says only that it can arrive sooner (guessed).
/// </summary>
public sealed class SpotInstanceLoop : ITimerHandler
{
    /// <summary>The kind of its timers; their subject is an instance.</summary>
    internal const string TimerKind = "ec2.spot-instance";

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Window = TimeSpan.FromDays(365);

    /// <inheritdoc/>
    public string Kind => TimerKind;

    /// <summary>Sets the timer of an instance anew.</summary>
    internal static void Watch(Call call, InstanceRecord instance)
    {
        call.Cancel(TimerKind, instance.Id.Value);
        if (instance.SpotNotice is { } notice)
        {
            call.Schedule(TimerKind, notice.At, instance.Id.Value);
            return;
        }

        var (at, cause) = Next(call, instance);
        var recommended = cause == SpotStatus.NoCapacity && instance.RebalanceAt is null ? at - Ahead : at;
        call.Schedule(TimerKind, recommended, instance.Id.Value);
    }

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.Read(InstanceTables.Instances).Find(new(subject)) is not
            { State: InstanceStateName.Pending or InstanceStateName.Running, SpotRequestId: not null } instance)
        {
            return;
        }

        if (instance.SpotNotice is { } notice)
        {
            if (notice.At <= call.Now)
            {
                SpotInterruption.Interrupt(call, instance, notice);
            }

            return;
        }

        var (at, cause) = Next(call, instance);
        if (cause is null)
        {
            Watch(call, instance);
        }
        else if (at <= call.Now)
        {
            SpotInterruption.Warn(call, instance, cause);
        }
        else
        {
            Watch(call, at - Ahead <= call.Now && cause == SpotStatus.NoCapacity
                ? SpotInterruption.Recommend(call, instance)
                : instance);
        }
    }

    // The first cause since the instance was started; or when to look again.
    private static (DateTimeOffset At, string? Cause) Next(ReadCall call, InstanceRecord instance)
    {
        var seed = CapacityPools.SeedOf(call);
        var pool = new SpotPool(instance.AvailabilityZone, instance.InstanceType);
        for (var from = instance.LaunchTime; ; from += Window)
        {
            var withdrawal =
                SpotWithdrawals.Next(seed, call.Region, instance.InstanceType, instance.Id.Value, from);
            var crossing = Crossing(call, instance, pool, from);
            if (crossing is not null && !(withdrawal < crossing))
            {
                return (crossing.Value, SpotStatus.ByPrice);
            }

            if (withdrawal is not null)
            {
                return (withdrawal.Value, SpotStatus.NoCapacity);
            }

            if (from + Window > call.Now)
            {
                return (from + Window, null);
            }
        }
    }

    private static DateTimeOffset? Crossing(
        ReadCall call, InstanceRecord instance, SpotPool pool, DateTimeOffset from) =>
        SpotInterruption.Request(call, instance) is { } request && SpotTerms.MostOf(request) is { } most
        && most < SpotTerms.OnDemand(call, instance.InstanceType)
            ? SpotPrices.Next(CapacityPools.SeedOf(call), call.Region, pool, from, price => price > most)
            : null;
}
