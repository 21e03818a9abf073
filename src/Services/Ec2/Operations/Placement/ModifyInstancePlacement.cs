using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Placements;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Placement;

/// <summary>
/// Moves a stopped instance into a placement group or out of it. Source: EC2 API Reference, ModifyInstancePlacement
/// (tenancy changes only between dedicated and host).
/// </summary>
public sealed class ModifyInstancePlacement
    : IWriteOperation<ModifyInstancePlacementRequest, ModifyInstancePlacementResult>
{
    /// <inheritdoc/>
    public ModifyInstancePlacementResult Run(ModifyInstancePlacementRequest request, Call call)
    {
        if (request.Affinity is not null || request.HostId is not null || request.HostResourceGroupArn is not null
            || request.Tenancy == HostTenancy.Host)
        {
            throw Errors.NotServed("Dedicated Hosts (Affinity, HostId, HostResourceGroupArn, Tenancy host)");
        }

        var instance = InstanceKinds.Instance.Get(call, request.InstanceId!);
        if (instance.State != InstanceStateName.Stopped)
        {
            throw new ServiceException(
                "IncorrectInstanceState", $"The instance '{instance.Id}' is not in the 'stopped' state.");
        }

        if (request.Tenancy is { } tenancy && tenancy.ToWire() != instance.Tenancy.ToWire())
        {
            throw Errors.InvalidParameterValue(
                $"The tenancy {instance.Tenancy.ToWire()} cannot be changed to {tenancy.ToWire()}.");
        }

        call.Write(InstanceTables.Instances).Put(Moved(call, request, instance));
        return new() { Return = true };
    }

    private static InstanceRecord Moved(ReadCall call, ModifyInstancePlacementRequest request, InstanceRecord instance)
    {
        if (request.GroupName is null && request.GroupId is null && request.PartitionNumber is null)
        {
            return instance;
        }

        var left = instance with { PlacementGroupId = null, PartitionNumber = null };
        if (request is { GroupName: "", GroupId: null or "" })
        {
            return left;
        }

        var named = request.GroupName is not null || request.GroupId is not null;
        var placement = new Wire.Generated.Ec2.Placement
        {
            GroupName = request.GroupName,
            GroupId = named ? request.GroupId : instance.PlacementGroupId,
            PartitionNumber = request.PartitionNumber,
        };
        var type = InstanceTypeCatalog.Get(instance.InstanceType);
        return new GroupPlaces(call, placement, type, instance.AvailabilityZone).Place(left);
    }
}
