using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
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
            InstanceOrders.Reboot(call, InstanceKinds.Instance.Get(call, id));
        }

        return new();
    }
}
