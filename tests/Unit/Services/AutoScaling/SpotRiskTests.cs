using Orrery.Kernel.Calls;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Spot Instances at risk. Source: EC2 Auto Scaling User Guide, "Auto Scaling Capacity Rebalancing to replace at-risk
/// Spot Instances".
/// </summary>
public sealed class SpotRiskTests
{
    private static readonly InstancesDistribution Spot = new() { OnDemandPercentageAboveBaseCapacity = 0 };

    [Fact]
    public void Without_rebalancing_an_instance_is_replaced_when_it_was_interrupted()
    {
        var scaler = Scaler.New().Make(Mixer.Of((2, 2, 2), Spot, Mixer.Types));
        var id = scaler.Serving[0].InstanceId!;
        scaler.Interrupt(id);
        Assert.Contains(scaler.Serving, i => i.InstanceId == id);
        scaler.Rig.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal((0, 2), scaler.Options());
        Assert.DoesNotContain(scaler.Serving, i => i.InstanceId == id);
        Assert.Contains(scaler.Done, a => a.Cause!.Contains(
            "EC2 health check indicating it has been terminated or stopped", StringComparison.Ordinal));
    }

    [Fact]
    public void With_rebalancing_another_one_serves_before_it_goes_even_above_the_maximum()
    {
        var scaler = Scaler.New(Delays.Aws).Make(
            Mixer.Of((2, 2, 2), Spot, Mixer.Types) with { CapacityRebalance = true });
        scaler.Rig.Advance(TimeSpan.FromMinutes(2));
        Assert.True(scaler.Now().CapacityRebalance);
        var id = scaler.Serving[0].InstanceId!;
        scaler.Interrupt(id);
        scaler.Rig.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(2, scaler.Serving.Count);
        Assert.Single(scaler.In(LifecycleState.Pending));
        scaler.Rig.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(2, scaler.Serving.Count);
        Assert.DoesNotContain(scaler.Serving, i => i.InstanceId == id);
        Assert.Contains(scaler.Done, a => a.Description == $"Terminating EC2 instance: {id}"
            && a.Cause!.EndsWith("in response to an EC2 instance rebalance recommendation.", StringComparison.Ordinal));
    }

    [Fact]
    public void Not_more_than_a_tenth_above_the_maximum_is_launched_at_once()
    {
        var scaler = Scaler.New(Delays.Aws).Make(
            Mixer.Of((20, 20, 20), Spot, Mixer.Types) with { CapacityRebalance = true });
        scaler.Rig.Advance(TimeSpan.FromMinutes(2));
        foreach (var one in scaler.Serving.Take(5).ToList()) scaler.Interrupt(one.InstanceId!);
        scaler.Rig.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal((20, 2), (scaler.Serving.Count, scaler.In(LifecycleState.Pending).Count));
    }
}
