using CsCheck;
using Orrery.Services.Ec2.Operations.Fleets;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>EC2 Fleets of all types.</summary>
public sealed class FleetTests
{
    [Fact]
    public void An_instant_fleet_tells_what_it_launched_and_why_it_fell_short()
    {
        var cloud = Started();
        cloud.Declare(2, spot: true);
        var made = cloud.Run(new CreateFleet(), Market.FleetOf(
            FleetType.Instant, 5, 1, new FleetLaunchTemplateOverridesRequest { AvailabilityZone = Market.Zone }));
        Assert.Equal(
            [(InstanceLifecycle.Spot, 2), (InstanceLifecycle.OnDemand, 1)],
            made.Instances!.Select(i => (i.Lifecycle!.Value, i.InstanceIds!.Count)).Order());
        var error = Assert.Single(made.Errors!);
        Assert.Equal(("InsufficientInstanceCapacity", InstanceLifecycle.Spot),
            (error.ErrorCode, error.Lifecycle!.Value));
        var now = cloud.FleetNow(made.FleetId!);
        Assert.Equal((FleetActivityStatus.Error, 3.0), (now.ActivityStatus!.Value, now.FulfilledCapacity!.Value));
        Assert.Empty(cloud.Run(new DescribeFleets(), new()).Fleets!);
        Assert.Equal(
            DeleteFleetErrorCode.FleetNotInDeletableState,
            Assert.Single(
                cloud.Run(new DeleteFleets(), new() { FleetIds = [made.FleetId!], TerminateInstances = false })
                .UnsuccessfulFleetDeletions!).Error!.Code);
    }

    [Fact]
    public void A_maintain_fleet_replaces_what_it_loses_and_tells_its_history()
    {
        var cloud = Started();
        var id = cloud.Make(Market.FleetOf(FleetType.Maintain, 3));
        var first = Members(cloud, id)[0];
        Assert.Contains(cloud.Instance(first).Tags!, t => t.Key == "aws:ec2:fleet-id" && t.Value == id);
        cloud.Terminate(first);
        Assert.Equal(3, Members(cloud, id).Count);
        Assert.DoesNotContain(first, Members(cloud, id));
        var history = cloud.Run(new DescribeFleetHistory(), new() { FleetId = id, StartTime = Rig.Start })
            .HistoryRecords!;
        Assert.Equal(4, history.Count(h => h.EventInformation!.EventSubType == "launched"));
        Assert.Equal(1, history.Count(h => h.EventInformation!.EventSubType == "terminated"));
    }

    [Fact]
    public void A_request_fleet_does_not_replace()
    {
        var cloud = Started();
        var id = cloud.Make(Market.FleetOf(FleetType.Request, 2));
        cloud.Terminate(Members(cloud, id)[0]);
        Assert.Single(Members(cloud, id));
    }

    [Fact]
    public void A_target_moves_a_fleet_up_and_down()
    {
        var cloud = Started();
        var id = cloud.Make(Market.FleetOf(FleetType.Maintain, 2));
        void Target(int units) => cloud.Run(new ModifyFleet(), new()
        {
            FleetId = id, TargetCapacitySpecification = new() { TotalTargetCapacity = units },
        });
        Target(5);
        Assert.Equal(5, Members(cloud, id).Count);
        Target(1);
        Assert.Single(Members(cloud, id));
        Assert.Equal(FleetActivityStatus.Fulfilled, cloud.FleetNow(id).ActivityStatus);
    }

    [Theory]
    [InlineData(true, FleetStateCode.DeletedTerminating, 0)]
    [InlineData(false, FleetStateCode.DeletedRunning, 2)]
    public void A_fleet_is_deleted_with_or_without_its_instances(bool terminate, FleetStateCode state, int left)
    {
        var cloud = Started();
        var id = cloud.Make(Market.FleetOf(FleetType.Maintain, 2));
        var deleted = cloud.Run(new DeleteFleets(),
            new() { FleetIds = [id, "fleet-1"], TerminateInstances = terminate });
        Assert.Equal(state, Assert.Single(deleted.SuccessfulFleetDeletions!).CurrentFleetState);
        Assert.Equal(
            DeleteFleetErrorCode.FleetIdMalformed, Assert.Single(deleted.UnsuccessfulFleetDeletions!).Error!.Code);
        Assert.Equal(left, Members(cloud, id).Count);
        Assert.Equal(terminate ? FleetStateCode.Deleted : state, cloud.FleetNow(id).FleetState);
    }

    [Theory]
    [InlineData(FleetReplacementStrategy.Launch, 2)]
    [InlineData(FleetReplacementStrategy.LaunchBeforeTerminate, 1)]
    public void An_instance_at_risk_is_replaced_before_it_ends(FleetReplacementStrategy strategy, int afterwards)
    {
        var cloud = Started();
        var before = strategy == FleetReplacementStrategy.LaunchBeforeTerminate;
        var id = cloud.Make(Market.FleetOf(FleetType.Maintain, 1) with
        {
            SpotOptions = new()
            {
                MaintenanceStrategies = new()
                {
                    CapacityRebalance = new() { ReplacementStrategy = strategy, TerminationDelay = before ? 120
                        : null },
                },
            },
        });
        var old = Members(cloud, id)[0];
        cloud.Do(call => Orrery.Services.Ec2.Rules.Spot.SpotInterruption.Recommend(
            call, Orrery.Services.Ec2.Kinds.InstanceKinds.Instance.Get(call, old)));
        cloud.Advance(TimeSpan.Zero);
        Assert.Equal(2, Members(cloud, id).Count);
        cloud.Advance(TimeSpan.FromSeconds(121));
        Assert.Equal(afterwards, Members(cloud, id).Count);
    }

    [Fact]
    public void A_maintain_fleet_returns_to_its_target_whatever_ends() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[0, 3], Gen.Int[0, 4].List[1, 6]).Sample(
            (spot, demand, ends) =>
            {
                var cloud = Started();
                var id = cloud.Make(Market.FleetOf(FleetType.Maintain, spot, demand));
                foreach (var end in ends)
                {
                    var members = Members(cloud, id);
                    var one = members[end % members.Count];
                    if (end % 2 == 0 || cloud.Instance(one).SpotInstanceRequestId is null)
                    {
                        cloud.Terminate(one);
                    }
                    else
                    {
                        cloud.Interrupt(one);
                        cloud.Advance(TimeSpan.FromMinutes(2));
                    }
                }

                var now = cloud.FleetNow(id);
                return now.FulfilledCapacity == spot + demand && now.FulfilledOnDemandCapacity == demand
                    && now.ActivityStatus == FleetActivityStatus.Fulfilled;
            },
            iter: 8);

    [Fact]
    public void A_fleet_that_falls_short_goes_on_when_there_is_room()
    {
        var cloud = Started();
        cloud.Declare(1, spot: true);
        var id = cloud.Make(Market.FleetOf(
            FleetType.Maintain, 3, 0, new FleetLaunchTemplateOverridesRequest { AvailabilityZone = Market.Zone }));
        Assert.Equal(FleetActivityStatus.Error, cloud.FleetNow(id).ActivityStatus);
        cloud.Declare(5, spot: true);
        Assert.Equal(FleetActivityStatus.Fulfilled, cloud.FleetNow(id).ActivityStatus);
    }

    [Fact]
    public void Weights_count_units_and_attributes_choose_types()
    {
        var cloud = Started();
        var id = cloud.Make(Market.FleetOf(
            FleetType.Maintain, 0, 6,
            new FleetLaunchTemplateOverridesRequest { InstanceType = InstanceType.M5Large, WeightedCapacity = 4 }));
        Assert.Equal(8.0, cloud.FleetNow(id).FulfilledCapacity);
        var wanted = new InstanceRequirementsRequest
        {
            VCpuCount = new() { Min = 2, Max = 2 }, MemoryMiB = new() { Min = 8192, Max = 8192 },
        };
        var made = cloud.Run(new CreateFleet(), Market.FleetOf(
            FleetType.Instant, 1, 0, new FleetLaunchTemplateOverridesRequest { InstanceRequirements = wanted }));
        Assert.EndsWith(".large", Assert.Single(made.Instances!)
            .InstanceType!.Value.ToWire(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_go_together_is_refused()
    {
        var cloud = Started();
        var fleet = Market.FleetOf(FleetType.Maintain, 2);
        Assert.Equal("InvalidParameterCombination", cloud.Refused(
            new CreateFleet(), fleet with { SpotOptions = new() { SingleInstanceType = true } }));
        Assert.Equal("UnsupportedOperation", cloud.Refused(
            new CreateFleet(), fleet with { SpotOptions = new() { MaxTotalPrice = "1" } }));
        Assert.Equal("InvalidParameterValue", cloud.Refused(new CreateFleet(), fleet with
        {
            TargetCapacitySpecification = new() { TotalTargetCapacity = 1, SpotTargetCapacity = 2 },
        }));
        Assert.Equal("InvalidFleetId.NotFound", cloud.Refused(
            new DescribeFleetInstances(), new() { FleetId = "fleet-12a34b55-67cd-8ef9-ba9b-9208d0123456" }));
    }

    private static Cloud Started()
    {
        var cloud = Market.New();
        cloud.Template();
        return cloud;
    }

    private static IReadOnlyList<string> Members(Cloud cloud, string fleet) =>
    [
        .. cloud.Run(new DescribeFleetInstances(), new() { FleetId = fleet })
            .ActiveInstances!.Select(i => i.InstanceId!),
    ];
}
