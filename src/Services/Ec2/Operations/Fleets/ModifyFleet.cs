using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Fleets;
using Orrery.Services.Ec2.Rules.Templates;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Fleets;

/// <summary>Changes the target, the pools or the policy of a fleet of type maintain.</summary>
public sealed class ModifyFleet : IWriteOperation<ModifyFleetRequest, ModifyFleetResult>
{
    /// <inheritdoc/>
    public ModifyFleetResult Run(ModifyFleetRequest request, Call call)
    {
        var fleet = LaunchKinds.Fleet.Get(call, request.FleetId!);
        if (request.Context is not null)
        {
            throw Errors.NotServed("Context");
        }

        if (fleet.Type != FleetType.Maintain)
        {
            throw new ServiceException(
                "UnsupportedOperation", $"The fleet '{fleet.Id}' is not of type maintain and cannot be modified.");
        }

        if (fleet.State is not (FleetStateCode.Submitted or FleetStateCode.Active or FleetStateCode.Modifying))
        {
            throw Errors.IncorrectState($"The fleet '{fleet.Id}' is {fleet.State.ToWire()} and cannot be modified.");
        }

        var before = ShapeJson.Read<CreateFleetRequest>(fleet.Request);
        var wanted = request.TargetCapacitySpecification;
        var after = before with
        {
            LaunchTemplateConfigs = request.LaunchTemplateConfigs ?? before.LaunchTemplateConfigs,
            ExcessCapacityTerminationPolicy =
                request.ExcessCapacityTerminationPolicy ?? before.ExcessCapacityTerminationPolicy,
            TargetCapacitySpecification = wanted is null ? before.TargetCapacitySpecification : wanted with
            {
                DefaultTargetCapacityType =
                    wanted.DefaultTargetCapacityType ?? before.TargetCapacitySpecification!.DefaultTargetCapacityType,
                TargetCapacityUnitType =
                    wanted.TargetCapacityUnitType ?? before.TargetCapacitySpecification!.TargetCapacityUnitType,
            },
        };
        FleetRules.Check(after);
        var targets = FleetTargets.Of(after.TargetCapacitySpecification!);
        call.Write(SpotTables.Fleets).Put(fleet with
        {
            Request = ShapeJson.Write(after),
            State = FleetStateCode.Modifying,
            Total = targets.Total,
            OnDemand = targets.OnDemand,
            Spot = targets.Spot,
        });
        FleetHistory.Add(call, fleet, FleetEventType.FleetChange, "modify_in_progress");
        FleetLoop.Work(call, fleet.Id);
        return new() { Return = true };
    }
}
