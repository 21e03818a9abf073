using Orrery.Services.Ec2.Catalog;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>An image as the API writes it. Its root volume comes from no snapshot that could be named.</summary>
internal static class ImageView
{
    /// <summary>The image.</summary>
    public static Image Of(ImageFacts image) => new()
    {
        ImageId = image.Id,
        ImageLocation = LocationOf(image),
        ImageType = ImageTypeValues.Machine,
        ImageOwnerAlias = image.OwnerAlias,
        OwnerId = image.OwnerId,
        Name = image.Name,
        Description = image.Description,
        Architecture = ArchitectureValuesWire.Parse(image.Architecture),
        Platform = image.Platform is null ? null : PlatformValues.Windows,
        PlatformDetails = image.PlatformDetails,
        UsageOperation = image.UsageOperation,
        BootMode = BootModeValuesWire.Parse(image.BootMode),
        ImdsSupport = image.RequiresMetadataV2 ? ImdsSupportValues.V20 : null,
        CreationDate = image.CreationDate,
        State = ImageState.Available,
        Public = true,
        EnaSupport = true,
        Hypervisor = HypervisorType.Xen,
        VirtualizationType = VirtualizationType.Hvm,
        RootDeviceType = DeviceType.Ebs,
        RootDeviceName = image.RootDevice,
        BlockDeviceMappings =
        [
            new()
            {
                DeviceName = image.RootDevice,
                Ebs = new()
                {
                    VolumeSize = image.VolumeGib,
                    VolumeType = VolumeTypeWire.Parse(image.VolumeType),
                    DeleteOnTermination = true,
                    Encrypted = false,
                },
            },
        ],
        Tags = [],
    };

    /// <summary>Where it is kept: its owner and its name.</summary>
    public static string LocationOf(ImageFacts image) => $"{image.OwnerAlias ?? image.OwnerId}/{image.Name}";
}
