using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Reservations;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Says which Capacity Reservations an instance that is stopped may start in.</summary>
public sealed class ModifyInstanceCapacityReservationAttributes
    : IWriteOperation<ModifyInstanceCapacityReservationAttributesRequest,
        ModifyInstanceCapacityReservationAttributesResult>
{
    /// <inheritdoc/>
    public ModifyInstanceCapacityReservationAttributesResult Run(
        ModifyInstanceCapacityReservationAttributesRequest request, Call call)
    {
        var instance = InstanceStates.Stopped(
            InstanceStates.Alive(InstanceKinds.Instance.Get(call, request.InstanceId!)));
        call.Write(InstanceTables.Instances).Put(instance with
        {
            Reservation = ReservationChoice.Of(call, request.CapacityReservationSpecification),
        });
        return new() { Return = true };
    }
}
