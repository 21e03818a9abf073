using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Reboots running instances: they keep their addresses, and their status checks begin anew.</summary>
public sealed class RebootInstances : IWriteOperation<RebootInstancesRequest, RebootInstancesResult>
{
    /// <inheritdoc/>
    public RebootInstancesResult Run(RebootInstancesRequest request, Call call)
    {
        foreach (var id in request.InstanceIds!.Distinct(StringComparer.Ordinal))
        {
            var instance = InstanceKinds.Instance.Get(call, id);
            var rebooted = InstanceStates.Rebooted(instance);
            if (rebooted != instance)
            {
                InstanceLoop.Boot(call, rebooted);
            }
        }

        return new();
    }
}
