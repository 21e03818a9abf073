using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>Detailed monitoring of instances, switched on and off.</summary>
internal static class DetailedMonitoring
{
    /// <summary>Switches it for each instance once; one that is there or on its way stays as it is.</summary>
    public static List<InstanceMonitoring> Switch(Call call, IEnumerable<string> ids, bool on)
    {
        var (wanted, way) = on
            ? (MonitoringState.Enabled, MonitoringState.Pending)
            : (MonitoringState.Disabled, MonitoringState.Disabling);
        return [.. ids.Distinct(StringComparer.Ordinal).Select(Switched)];

        InstanceMonitoring Switched(string id)
        {
            var instance = InstanceStates.Alive(InstanceKinds.Instance.Get(call, id));
            if (instance.Monitoring != wanted && instance.Monitoring != way)
            {
                instance = instance with { Monitoring = way };
                InstanceSettingsLoop.Begin(call, instance);
            }

            return InstanceView.MonitoringOf(instance);
        }
    }
}
