using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>
/// Says whether an instance is recovered by itself, and whether a reboot during a scheduled reboot event may move it;
/// no such event is ever scheduled here.
/// </summary>
public sealed class ModifyInstanceMaintenanceOptions
    : IWriteOperation<ModifyInstanceMaintenanceOptionsRequest, ModifyInstanceMaintenanceOptionsResult>
{
    /// <inheritdoc/>
    public ModifyInstanceMaintenanceOptionsResult Run(ModifyInstanceMaintenanceOptionsRequest request, Call call)
    {
        var before = InstanceStates.Alive(InstanceKinds.Instance.Get(call, request.InstanceId!));
        var instance = before with
        {
            AutoRecovery = request.AutoRecovery ?? before.AutoRecovery,
            RebootMigration = request.RebootMigration ?? before.RebootMigration,
        };
        call.Write(InstanceTables.Instances).Put(instance);
        RecoveryLoop.Watch(call, instance);
        return new()
        {
            InstanceId = instance.Id.Value,
            AutoRecovery = instance.AutoRecovery,
            RebootMigration = instance.RebootMigration,
        };
    }
}
