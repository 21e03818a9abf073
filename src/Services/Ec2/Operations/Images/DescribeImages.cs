using System.Globalization;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Catalog;
using Orrery.Services.Ec2.Listing;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>
/// Lists the public images of the region. An image that is not in the catalogue can be launched, but nothing can be
/// told of it. Filters: DescribeImages.
/// </summary>
public sealed class DescribeImages : IReadOperation<DescribeImagesRequest, DescribeImagesResult>
{
    private static readonly string[] Absent =
    [
        "block-device-mapping.snapshot-id", "kernel-id", "product-code", "product-code.type", "ramdisk-id",
        "source-image-id", "source-image-region", "source-instance-id", "state-reason-code", "state-reason-message",
        "sriov-net-support", "tag-key",
    ];

    private static readonly Filters<ImageFacts> Filters = Absent.Aggregate(
        new Filters<ImageFacts>()
            .One("architecture", image => image.Architecture)
            .Flag("block-device-mapping.delete-on-termination", _ => true)
            .One("block-device-mapping.device-name", image => image.RootDevice)
            .Flag("block-device-mapping.encrypted", _ => false)
            .One("block-device-mapping.volume-size", image =>
                image.VolumeGib.ToString(CultureInfo.InvariantCulture))
            .One("block-device-mapping.volume-type", image => image.VolumeType)
            .One("creation-date", image => image.CreationDate)
            .One("description", image => image.Description)
            .Flag("ena-support", _ => true)
            .One("hypervisor", _ => "xen")
            .One("image-id", image => image.Id)
            .One("image-type", _ => "machine")
            .Flag("is-public", _ => true)
            .One("manifest-location", ImageView.LocationOf)
            .One("name", image => image.Name)
            .One("owner-alias", image => image.OwnerAlias)
            .One("owner-id", image => image.OwnerId)
            .One("platform", image => image.Platform)
            .One("root-device-name", image => image.RootDevice)
            .One("root-device-type", _ => "ebs")
            .One("state", _ => "available")
            .One("virtualization-type", _ => "hvm")
            .Named("tag:", (_, _) => []),
        (filters, name) => filters.Many(name, _ => []));

    /// <inheritdoc/>
    public DescribeImagesResult Run(DescribeImagesRequest request, ReadCall call)
    {
        // None is deprecated or disabled, so that including those changes nothing. Everybody may launch all of them,
        // and nobody by name.
        var passes = Filters.Compile(request.Filters, call);
        var after = request.NextToken is { } token ? PageToken.KeyOf(token) : "";
        var images = Named(request, call)
            .Where(image => request.Owners is not { Count: > 0 } owners || owners.Any(o => IsOwner(image, o, call)))
            .Where(_ => request.ExecutableUsers is not { Count: > 0 } users || users.Contains("all"))
            .Where(image => string.CompareOrdinal(image.Id, after) > 0)
            .Where(passes);
        var page = Lister.Cut(images, image => image.Id, request.MaxResults);
        return new() { Images = page.As(ImageView.Of), NextToken = page.NextToken };
    }

    private static IEnumerable<ImageFacts> Named(DescribeImagesRequest request, ReadCall call) =>
        request.ImageIds is not { Count: > 0 } ids
            ? ImageCatalog.All(call.Region)
            : ids.Distinct(StringComparer.Ordinal)
                .Select(id => ImageCatalog.Find(call.Region, id)
                    ?? throw new ServiceException(
                        "InvalidAMIID.NotFound", $"The image id '[{id}]' does not exist"))
                .OrderBy(image => image.Id, StringComparer.Ordinal);

    private static bool IsOwner(ImageFacts image, string owner, ReadCall call) =>
        owner == image.OwnerId || owner == image.OwnerAlias || (owner == "self" && image.OwnerId == call.Account);
}
