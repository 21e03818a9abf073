using Orrery.Services.AutoScaling.Operations.Groups;
using Orrery.Services.AutoScaling.Operations.Refreshes;
using Orrery.Services.AutoScaling.Operations.WarmPools;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Tests.Unit.Services.AutoScaling;

/// <summary>
/// Refreshes and warm pools of mixed groups. Sources: API Reference, StartInstanceRefresh and DesiredConfiguration; EC2
/// Auto Scaling User Guide, "Use an instance refresh with skip matching", "Warm pools", Limitations.
/// </summary>
public sealed class MixedRefreshTests
{
    private static readonly InstancesDistribution OnDemand = new() { OnDemandPercentageAboveBaseCapacity = 100 };

    [Fact]
    public void A_refresh_gives_the_group_a_mixed_instances_policy_when_it_succeeds()
    {
        var refresh = Refresher.Group(6).Ask(To(Policy("2", "m5.large:2", "c5.large:2")));
        Assert.Null(refresh.Scaler.Now().MixedInstancesPolicy);
        Assert.Equal(
            2, refresh.Now.DesiredConfiguration!.MixedInstancesPolicy!.LaunchTemplate!.Overrides!.Count);
        Assert.Null(refresh.Now.DesiredConfiguration.LaunchTemplate);
        refresh.Until(() => refresh.Status == "Successful");
        var group = refresh.After(10).Scaler.Now();
        Assert.Null(group.LaunchTemplate);
        Assert.Equal("2", group.MixedInstancesPolicy!.LaunchTemplate!.LaunchTemplateSpecification!.Version);
        Assert.Equal((0, 3), (refresh.Old, refresh.Scaler.Serving.Count));
        Assert.Equal(6, refresh.Scaler.Units());
        Assert.All(refresh.Scaler.Serving, i => Assert.Contains(i.InstanceType, new[] { "m5.large", "c5.large" }));
    }

    [Fact]
    public void Skip_matching_leaves_what_is_of_one_of_the_types_and_changes_the_policy()
    {
        var refresh = Refresher.Group(3, request => Mixed(request, "m5.large"))
            .Ask(To(Policy("1", "m5.large", "c5.large"), new() { SkipMatching = true }));
        refresh.Until(() => refresh.Status == "Successful");
        Assert.Equal(3, refresh.Old);
        Assert.Equal(2, refresh.Scaler.Now().MixedInstancesPolicy!.LaunchTemplate!.Overrides!.Count);

        refresh.Ask(To(Policy("1", "c5.large"), new() { SkipMatching = true }));
        refresh.Until(() => refresh.Status == "Successful");
        Assert.Equal(0, refresh.Old);
        Assert.All(refresh.Scaler.Serving, i => Assert.Equal("c5.large", i.InstanceType));
    }

    [Fact]
    public void A_refresh_that_is_rolled_back_leaves_the_policy_as_it_was()
    {
        var refresh = Refresher.Group(4, request => Mixed(request, "m5.large:2"))
            .Ask(To(Policy("2", "c5.large:1")));
        refresh.Until(() => refresh.Old < 2);
        refresh.RollBack();
        refresh.Until(() => refresh.Status == "RollbackSuccessful");
        refresh.After(10);
        Assert.All(refresh.Scaler.Serving, i => Assert.Equal(("m5.large", "2"), (i.InstanceType, i.WeightedCapacity)));
        Assert.Equal(4, refresh.Scaler.Units());
    }

    [Fact]
    public void A_warm_pool_counts_in_units_and_takes_no_spot()
    {
        var scaler = Scaler.New().Make(Mixer.Of((0, 10, 4), OnDemand, "m5.large:2", "c5.large:2"));
        scaler.Put(Warm.Of(min: 3, prepared: 0));
        Assert.Equal("2 Warmed:Stopped", scaler.States());
        scaler.Desire(6);
        Assert.Equal(6, scaler.Units());
        Assert.Equal("2 Warmed:Stopped", scaler.States());
        Assert.Contains(scaler.Done, activity => activity.Description!.Contains("from warm pool"));
        var half = new InstancesDistribution { OnDemandPercentageAboveBaseCapacity = 50 };
        Assert.Equal("ValidationError", scaler.Rig.Refused(new UpdateAutoScalingGroup(), new()
        {
            AutoScalingGroupName = Scaler.Group, MixedInstancesPolicy = new() { InstancesDistribution = half },
        }));
        Assert.Equal("ValidationError", scaler.Rig.Refused(
            new StartInstanceRefresh(), To(Policy("1", "m5.large") with { InstancesDistribution = half })));

        var spot = Scaler.New().Make(Mixer.Of((0, 4, 2), half, "m5.large"));
        Assert.Equal("ValidationError", spot.Rig.Refused(new PutWarmPool(), Warm.Of(min: 1)));
    }

    private static CreateAutoScalingGroupRequest Mixed(CreateAutoScalingGroupRequest request, params string[] types) =>
        request with { LaunchTemplate = null, MixedInstancesPolicy = Policy("1", types) };

    private static MixedInstancesPolicy Policy(string version, params string[] types)
    {
        var policy = Mixer.Of((0, 1, 0), OnDemand, types).MixedInstancesPolicy!;
        return policy with
        {
            LaunchTemplate = policy.LaunchTemplate! with
            {
                LaunchTemplateSpecification = new() { LaunchTemplateName = Scaler.Template, Version = version },
            },
        };
    }

    private static StartInstanceRefreshRequest To(
        MixedInstancesPolicy policy, RefreshPreferences? preferences = null) => new()
    {
        AutoScalingGroupName = Scaler.Group,
        DesiredConfiguration = new() { MixedInstancesPolicy = policy },
        Preferences = preferences,
    };
}
