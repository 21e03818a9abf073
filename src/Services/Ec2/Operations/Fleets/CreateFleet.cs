using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>
/// Makes a fleet. One of type instant launches at once and tells what it launched; the others do so right after, and
/// one of type maintain keeps its target.
/// </summary>
public sealed class CreateFleet : IWriteOperation<CreateFleetRequest, CreateFleetResult>
{
    /// <inheritdoc/>
    public CreateFleetResult Run(CreateFleetRequest request, Call call)
    {
        FleetRules.Check(request);
        var targets = FleetTargets.Of(request.TargetCapacitySpecification!);
        var pools = new FleetPools(call, request);
        for (var config = 0; config < request.LaunchTemplateConfigs!.Count; config++)
        {
            pools.Template(config);
        }

        var kept = request.TagSpecifications ?? [];
        if (kept.FirstOrDefault(t => t.ResourceType is not (ResourceType.Fleet or ResourceType.Instance)) is { } other)
        {
            throw Errors.NotServed($"tags of a {other.ResourceType?.ToWire()} of a fleet");
        }

        var fleet = new FleetRecord
        {
            Id = NewId(call),
            Request = ShapeJson.Write(request),
            State = FleetStateCode.Submitted,
            Type = request.Type ?? FleetType.Maintain,
            CreateTime = call.Now,
            Total = targets.Total,
            OnDemand = targets.OnDemand,
            Spot = targets.Spot,
        };
        call.Write(SpotTables.Fleets).Put(fleet);
        TagStore.PutNew(
            call, LaunchKinds.Fleet, fleet.Id.Value, [.. kept.Where(t => t.ResourceType == ResourceType.Fleet)]);
        FleetHistory.Add(call, fleet, FleetEventType.FleetChange, "submitted");
        if (fleet.Type != FleetType.Instant)
        {
            FleetLoop.Work(call, fleet.Id);
            return new() { FleetId = fleet.Id.Value, Errors = [], Instances = [] };
        }

        FleetUpkeep.Run(call, fleet);
        fleet = LaunchKinds.Fleet.Get(call, fleet.Id);
        return new()
        {
            FleetId = fleet.Id.Value,
            Errors = FleetView.ErrorsOf(fleet, request),
            Instances = FleetView.InstancesOf(FleetUpkeep.Members(call, fleet), request),
        };
    }

    private static FleetId NewId(Call call)
    {
        var hex = $"{call.NewId("f")[2..]}{call.NewId("f")[2..]}";
        return new($"fleet-{hex[1..9]}-{hex[9..13]}-{hex[13..17]}-{hex[18..22]}-{hex[22..34]}");
    }
}
