using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>Tells one attribute of an image of the account.</summary>
public sealed class DescribeImageAttribute
    : IReadOperation<DescribeImageAttributeRequest, DescribeImageAttributeResult>
{
    /// <inheritdoc/>
    public DescribeImageAttributeResult Run(DescribeImageAttributeRequest request, ReadCall call)
    {
        var image = ImageLookup.Own(call, request.ImageId!);
        var answer = new DescribeImageAttributeResult { ImageId = image.Id.Value };
        return request.Attribute switch
        {
            ImageAttributeName.Description => answer with { Description = Text(image.Description) },
            ImageAttributeName.LaunchPermission => answer with { LaunchPermissions = PermissionsOf(image) },
            ImageAttributeName.BlockDeviceMapping => answer with { BlockDeviceMappings = ImageView.DevicesOf(image) },
            ImageAttributeName.BootMode => answer with { BootMode = Text(image.BootMode) },
            ImageAttributeName.TpmSupport => answer with { TpmSupport = Text(image.TpmSupport) },
            ImageAttributeName.ImdsSupport =>
                answer with { ImdsSupport = Text(image.RequiresMetadataV2 ? ImdsSupportValues.V20.ToWire() : null) },
            ImageAttributeName.SriovNetSupport => answer with { SriovNetSupport = Text(image.SriovNetSupport) },
            ImageAttributeName.LastLaunchedTime =>
                answer with { LastLaunchedTime = Text(ImageDates.LastLaunch(image, call.Now)) },
            ImageAttributeName.DeregistrationProtection =>
                answer with { DeregistrationProtection = Text(ImageProtection.Text(image)) },
            ImageAttributeName.ProductCodes => answer with { ProductCodes = [] },
            ImageAttributeName.Kernel => answer with { KernelId = Text(null) },
            ImageAttributeName.Ramdisk => answer with { RamdiskId = Text(null) },
            ImageAttributeName.UefiData => answer with { UefiData = Text(null) },
            _ => throw Errors.Missing("attribute"),
        };
    }

    private static IReadOnlyList<LaunchPermission> PermissionsOf(ImageRecord image)
    {
        IEnumerable<LaunchPermission> users = image.Users.Select(u => new LaunchPermission { UserId = u });
        return [.. image.IsPublic ? users.Prepend(new() { Group = PermissionGroup.All }) : users];
    }

    private static AttributeValue Text(string? value) => new() { Value = value };
}
