using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Switches detailed monitoring of instances on.</summary>
public sealed class MonitorInstances : IWriteOperation<MonitorInstancesRequest, MonitorInstancesResult>
{
    /// <inheritdoc/>
    public MonitorInstancesResult Run(MonitorInstancesRequest request, Call call) => new()
    {
        InstanceMonitorings = DetailedMonitoring.Switch(call, request.InstanceIds!, on: true),
    };
}
