using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Starts stopped instances; those that are to have public addresses get new ones.</summary>
public sealed class StartInstances : IWriteOperation<StartInstancesRequest, StartInstancesResult>
{
    /// <inheritdoc/>
    public StartInstancesResult Run(StartInstancesRequest request, Call call)
    {
        if (request.AdditionalInfo is not null)
        {
            throw Errors.NotServed("AdditionalInfo");
        }

        var changes = new List<InstanceStateChange>();
        foreach (var id in request.InstanceIds!.Distinct(StringComparer.Ordinal))
        {
            var instance = InstanceKinds.Instance.Get(call, id);
            var started = InstanceStates.Started(call, instance);
            changes.Add(InstanceStates.Change(instance, started));
            if (started != instance)
            {
                InstanceLoop.Boot(call, started);
                InstancePublicIps.Start(call, started);
            }
        }

        return new() { StartingInstances = changes };
    }
}
