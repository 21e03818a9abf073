using Orrery.Contracts.Events;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// Tells the default event bus what became of a volume. Source: Amazon EBS User Guide, "Amazon EventBridge events for
/// Amazon EBS". Volumes that come and go with an instance are not told of one by one: a launch of a thousand stays
/// cheap.
/// </summary>
internal static class VolumeEvents
{
    /// <summary>Tells of a volume.</summary>
    /// <param name="call">The call.</param>
    /// <param name="id">The volume.</param>
    /// <param name="what">For example createVolume.</param>
    /// <param name="result">For example available.</param>
    /// <param name="instance">The instance, where it is about one too.</param>
    public static void Tell(Call call, VolumeId id, string what, string result, InstanceId? instance = null)
    {
        if (call.FindPort<IEventBus>() is not { } bus)
        {
            return;
        }

        var place = $"arn:aws:ec2:{call.Region}:{call.Account}:";
        IReadOnlyList<string> about = instance is { } other
            ? [$"{place}volume/{id}", $"{place}instance/{other}"]
            : [$"{place}volume/{id}"];
        bus.Put(call, new(
            call.Scope, "aws.ec2", "EBS Volume Notification", about,
            $$"""{"result":"{{result}}","cause":"","event":"{{what}}","request-id":"{{call.RequestId}}"}"""));
    }
}
