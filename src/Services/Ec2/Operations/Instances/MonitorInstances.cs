using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Instances;

/// <summary>Switches detailed monitoring of instances on.</summary>
public sealed class MonitorInstances : IWriteOperation<MonitorInstancesRequest, MonitorInstancesResult>
{
    /// <inheritdoc/>
    public MonitorInstancesResult Run(MonitorInstancesRequest request, Call call) => new()
    {
        InstanceMonitorings =
        [
            .. request.InstanceIds!.Distinct(StringComparer.Ordinal).Select(id => Switch(id, call)),
        ],
    };

    private static InstanceMonitoring Switch(string id, Call call)
    {
        var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, id));
        if (instance.Monitoring is not (MonitoringState.Enabled or MonitoringState.Pending))
        {
            instance = instance with { Monitoring = MonitoringState.Pending };
            InstanceSettingsLoop.Begin(call, instance);
        }

        return InstanceView.MonitoringOf(instance);
    }
}
