using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Instances;

/// <summary>
/// Tells the event bus of each change of an instance's state. Source: EC2 User Guide, "Monitor Amazon EC2 with Amazon
/// EventBridge" (EC2 Instance State-change Notification).
/// </summary>
internal static class StateEvents
{
    private const string Kind = "EC2 Instance State-change Notification";

    /// <summary>Tells of one instance in its new state.</summary>
    public static void Tell(Call call, InstanceRecord instance) => Tell(call, [instance]);

    /// <summary>Tells of instances in their new states; costs next to nothing where nobody listens.</summary>
    public static void Tell(Call call, IReadOnlyList<InstanceRecord> instances)
    {
        if (instances.Count > 0)
        {
            InstanceWatch.Tell(call, [.. instances.Select(instance => instance.Id.Value)]);
        }

        if (instances.Count == 0 || call.FindPort<IEventBus>() is not { } bus || !bus.Hears(call, call.Scope))
        {
            return;
        }

        foreach (var instance in instances)
        {
            bus.Put(call, new(
                call.Scope, "aws.ec2", Kind,
                [$"arn:aws:ec2:{call.Region}:{call.Account}:instance/{instance.Id}"],
                $$"""{"instance-id":"{{instance.Id}}","state":"{{instance.State.ToWire()}}"}"""));
        }
    }
}
