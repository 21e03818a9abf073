using System.Globalization;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Listing;

/// <summary>
/// The filters of DescribeImages. Source: EC2 API Reference. What an image here never has matches nothing; what only
/// the owner sees is found by the owner only.
/// </summary>
internal static class ImageFilters
{
    private static readonly string[] Absent =
        ["free-tier-eligible", "kernel-id", "product-code", "product-code.type", "ramdisk-id"];

    /// <summary>All of them.</summary>
    public static Filters<ImageRecord> All { get; } = Absent.Aggregate(
        WithDevices(new Filters<ImageRecord>())
            .One("architecture", image => image.Architecture)
            .One("creation-date", image => image.CreationDate)
            .One("description", image => image.Description)
            .Flag("ena-support", image => image.EnaSupport)
            .One("hypervisor", _ => "xen")
            .Flag("image-allowed", _ => true)
            .One("image-id", image => image.Id.Value)
            .One("image-type", _ => "machine")
            .Flag("is-public", image => image.IsPublic)
            .One("manifest-location", ImageView.LocationOf)
            .One("name", image => image.Name)
            .One("owner-alias", image => image.OwnerAlias)
            .One("owner-id", image => image.OwnerId)
            .One("platform", image => image.Platform)
            .One("root-device-name", image => image.RootDevice)
            .One("root-device-type", _ => "ebs")
            .One("source-image-id", (image, call) => image.OwnerId == call.Account ? image.SourceImageId : null)
            .One("source-image-region", (image, call) =>
                image.OwnerId == call.Account ? image.SourceImageRegion : null)
            .One("source-instance-id", (image, call) => image.OwnerId == call.Account ? image.SourceInstanceId : null)
            .One("sriov-net-support", image => image.SriovNetSupport)
            .One("state", image => image.State.ToWire())
            .One("state-reason-code", image => image.StateReason?.Code)
            .One("state-reason-message", image => image.StateReason?.Message)
            .One("virtualization-type", _ => "hvm")
            .Named("tag:", (image, key, call) =>
                TagStore.Of(call, image.Id.Value).TryGetValue(key, out var value) ? [value] : [])
            .Many("tag-key", (image, call) => TagStore.Of(call, image.Id.Value).Keys),
        (filters, name) => filters.Many(name, _ => []));

    private static Filters<ImageRecord> WithDevices(Filters<ImageRecord> filters) => filters
        .Many("block-device-mapping.delete-on-termination", image =>
            Volumes(image).Select(d => d.DeleteOnTermination ? "true" : "false"))
        .Many("block-device-mapping.device-name", image => image.Devices.Select(d => d.Device))
        .Many("block-device-mapping.encrypted", image => Volumes(image).Select(d => d.Encrypted ? "true" : "false"))
        .Many("block-device-mapping.snapshot-id", image => Volumes(image).Select(d => d.SnapshotId))
        .Many("block-device-mapping.volume-size", image =>
            Volumes(image).Select(d => d.Size.ToString(CultureInfo.InvariantCulture)))
        .Many("block-device-mapping.volume-type", image => Volumes(image).Select(d => d.Type.ToWire()));

    private static IEnumerable<ImageDeviceRecord> Volumes(ImageRecord image) =>
        image.Devices.Where(d => d.VirtualName is null);
}
