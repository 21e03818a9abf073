using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Spot;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>Stops, ends and reboots one instance: what the operations and alarms do alike.</summary>
internal static class InstanceOrders
{
    /// <summary>Stops it.</summary>
    /// <exception cref="ServiceException">It is protected, or in no state for that.</exception>
    public static InstanceStateChange Stop(Call call, InstanceRecord instance, bool cutOff)
    {
        SpotTerms.CheckStop(call, instance);
        return End(call, instance, InstanceStates.Stopped(call, instance), cutOff);
    }

    /// <summary>Has it hibernate.</summary>
    /// <exception cref="ServiceException">It is protected, not enabled for that, or in no state for it.</exception>
    public static InstanceStateChange Hibernate(Call call, InstanceRecord instance)
    {
        SpotTerms.CheckStop(call, instance);
        Hibernation.CheckEnabled(instance);
        return End(call, instance, InstanceStates.Stopped(call, instance, hibernates: true), cutOff: false);
    }

    /// <summary>Ends it for good.</summary>
    /// <exception cref="ServiceException">It is protected.</exception>
    public static InstanceStateChange Terminate(Call call, InstanceRecord instance, bool cutOff) =>
        End(call, instance, InstanceStates.Terminated(call, instance), cutOff);

    /// <summary>Reboots it.</summary>
    /// <exception cref="ServiceException">It is in no state for that.</exception>
    public static void Reboot(Call call, InstanceRecord instance)
    {
        var rebooted = InstanceStates.Rebooted(instance);
        if (rebooted != instance)
        {
            InstanceLoop.Boot(call, rebooted);
        }
    }

    private static InstanceStateChange End(Call call, InstanceRecord before, InstanceRecord after, bool cutOff)
    {
        if (after != before)
        {
            InstanceLoop.End(call, after, cutOff);
        }

        return InstanceStates.Change(before, after);
    }
}
