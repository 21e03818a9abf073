using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>An image as the API writes it. Only its owner sees what it was made of, and how it is protected.</summary>
internal static class ImageView
{
    /// <summary>The image with the caller's tags.</summary>
    public static Image Of(ImageRecord image, ReadCall call)
    {
        var view = new Image
        {
            ImageId = image.Id.Value,
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
            TpmSupport = TpmSupportValuesWire.Parse(image.TpmSupport),
            ImdsSupport = image.RequiresMetadataV2 ? ImdsSupportValues.V20 : null,
            CreationDate = image.CreationDate,
            DeprecationTime = image.DeprecateAt is { } date ? ImageDates.Text(date) : null,
            State = image.State,
            StateReason = image.StateReason is { } why ? new() { Code = why.Code, Message = why.Message } : null,
            Public = image.IsPublic,
            EnaSupport = image.EnaSupport,
            SriovNetSupport = image.SriovNetSupport,
            Hypervisor = HypervisorType.Xen,
            VirtualizationType = VirtualizationType.Hvm,
            RootDeviceType = DeviceType.Ebs,
            RootDeviceName = image.RootDevice,
            BlockDeviceMappings = DevicesOf(image),
            Tags = TagStore.View(call, image.Id.Value),
        };
        return image.OwnerId != call.Account ? view : view with
        {
            SourceInstanceId = image.SourceInstanceId,
            SourceImageId = image.SourceImageId,
            SourceImageRegion = image.SourceImageRegion,
            LastLaunchedTime = ImageDates.LastLaunch(image, call.Now),
            DeregistrationProtection = ImageProtection.Text(image),
        };
    }

    /// <summary>Where it is kept: its owner and its name.</summary>
    public static string LocationOf(ImageRecord image) => $"{image.OwnerAlias ?? image.OwnerId}/{image.Name}";

    /// <summary>Its devices.</summary>
    public static IReadOnlyList<BlockDeviceMapping> DevicesOf(ImageRecord image) =>
        [.. image.Devices.Select(DeviceOf)];

    private static BlockDeviceMapping DeviceOf(ImageDeviceRecord device) => device.VirtualName is { } store
        ? new() { DeviceName = device.Device, VirtualName = store }
        : new()
        {
            DeviceName = device.Device,
            Ebs = new()
            {
                SnapshotId = device.SnapshotId,
                VolumeSize = device.Size,
                VolumeType = device.Type,
                Iops = device.Iops,
                Throughput = device.Throughput,
                DeleteOnTermination = device.DeleteOnTermination,
                Encrypted = device.Encrypted,
            },
        };
}
