using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Spot;

/// <summary>
/// What the event bus hears of Spot Instances. The resource is an instance in a zone, without an account. Sources:
/// EventBridge Events Reference, "Amazon EC2 events"; EC2 User Guide, "Get the status of a Spot Instance request" (EC2
/// Spot Instance Request Fulfillment event).
/// </summary>
internal static class SpotEvents
{
    /// <summary>Tells that requests are fulfilled by instances that were just launched.</summary>
    public static void Fulfilled(Call call, IReadOnlyList<InstanceRecord> launched)
    {
        if (launched.Count == 0 || call.FindPort<IEventBus>() is not { } bus || !bus.Hears(call, call.Scope))
        {
            return;
        }

        foreach (var instance in launched)
        {
            Tell(
                call, instance, "EC2 Spot Instance Request Fulfillment",
                $$"""{"spot-instance-request-id":"{{instance.SpotRequestId}}","instance-id":"{{instance.Id}}"}""");
        }
    }

    /// <summary>Tells something of an instance.</summary>
    public static void Tell(Call call, InstanceRecord instance, string what, string detail) =>
        call.FindPort<IEventBus>()?.Put(call, new(
            call.Scope, "aws.ec2", what,
            [$"arn:aws:ec2:{instance.AvailabilityZone}:instance/{instance.Id}"], detail));
}
