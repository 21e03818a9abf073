using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>Instances as the API writes them: under the launch that they came from.</summary>
internal static class ReservationView
{
    /// <summary>The launches of instances, each with those of them that are given, in their order.</summary>
    public static IReadOnlyList<Reservation> Of(IEnumerable<InstanceRecord> instances, ReadCall call) =>
        [.. instances.GroupBy(i => i.ReservationId).Select(group => Of(group.Key, group, call))];

    /// <summary>One launch. Its groups are those of EC2-Classic, which is no more.</summary>
    public static Reservation Of(string id, IEnumerable<InstanceRecord> instances, ReadCall call) =>
        Of(id, instances.OrderBy(i => i.LaunchIndex).Select(i => (i, InstanceParts.Of(call, i))), call);

    /// <summary>One launch of instances in their order with parts that are known.</summary>
    public static Reservation Of(
        string id, IEnumerable<(InstanceRecord Instance, InstanceParts Parts)> instances, ReadCall call)
    {
        var views = new List<Instance>();
        (string Id, ImageRecord Found)? image = null;
        foreach (var (instance, parts) in instances)
        {
            // A launch is of one image.
            if (image?.Id != instance.ImageId) image = (instance.ImageId, ImageOf.Of(call, instance));
            views.Add(InstanceView.Of(instance, parts, image.Value.Found, call));
        }

        return new() { ReservationId = id, OwnerId = call.Account, Groups = [], Instances = views };
    }
}
