using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Causes;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.AutoScaling.Life;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Services.AutoScaling.Rules;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Operations.Instances;

/// <summary>
/// Takes instances that run into a group, which desires as many more. Source: EC2 Auto Scaling User Guide, "Detach or
/// attach instances".
/// </summary>
public sealed class AttachInstances : IWriteOperation<AttachInstancesRequest, AttachInstancesResult>
{
    /// <inheritdoc/>
    public AttachInstancesResult Run(AttachInstancesRequest request, Call call)
    {
        var group = Rules.Groups.Open(call, request.AutoScalingGroupName);
        var instances = MemberOrders.Ids(request.InstanceIds).Select(id => Free(call, group, id)).ToList();
        var members = Capacity.Reweighed(
            call, group, instances.Select(one => Orders.MemberOf(call, group, one))).ToList();
        Decrement.CheckMore(group, Capacity.Of(members), "AttachInstances");
        var before = group.Desired;
        group = Rules.Groups.Put(call, group with { Desired = before + Capacity.Of(members) });
        foreach (var (instance, attached) in instances.Zip(members))
        {
            call.Port<IInstanceSupply>().Tag(
                call, instance.Id, new Dictionary<string, string> { [Orders.GroupTag] = group.Name }, []);
            var member = attached with
            {
                LaunchConfiguration = null, ConfigurationMade = null, Template = null, IsProtected = group.ProtectsNew,
            };
            var cause = $"At {Cause.Time(call.Now)} an instance was attached in response to a user request, increasing "
                + $"the capacity from {before} to {group.Desired}.";
            Arrivals.Begin(call, group, member, new($"Attaching an existing EC2 instance: {instance.Id}", cause));
        }

        return new();
    }

    private static SuppliedInstance Free(ReadCall call, GroupRecord group, string id)
    {
        if (call.Read(Tables.Members).Find(new(id)) is { } member)
            throw Errors.Invalid($"The instance {id} is already part of the AutoScalingGroup:{member.Group}.");
        if (call.Port<IInstanceSupply>().Find(call, id) is not { } instance)
            throw Errors.Invalid($"Invalid Instance ID(s): {id} specified");
        if (instance.State != SuppliedState.Running)
            throw Errors.Invalid($"The instance {id} is not in correct state: it must be running.");
        return group.Places.Any(place => place.Zone == instance.Place.Zone)
            ? instance
            : throw Errors.Invalid($"The availability zone of the instance {id}, {instance.Place.Zone}, is not one "
                + "of the "
                + "AutoScalingGroup.");
    }
}
