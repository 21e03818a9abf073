using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Switches detailed monitoring of instances off.</summary>
public sealed class UnmonitorInstances : IWriteOperation<UnmonitorInstancesRequest, UnmonitorInstancesResult>
{
    /// <inheritdoc/>
    public UnmonitorInstancesResult Run(UnmonitorInstancesRequest request, Call call) => new()
    {
        InstanceMonitorings = DetailedMonitoring.Switch(call, request.InstanceIds!, on: false),
    };
}
