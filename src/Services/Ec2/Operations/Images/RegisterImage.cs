using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>
/// Makes an image of snapshots. Source: EC2 API Reference, RegisterImage. All instances here are of hardware
/// virtualization, so that an image that is not cannot be registered.
/// </summary>
public sealed class RegisterImage : IWriteOperation<RegisterImageRequest, RegisterImageResult>
{
    private const string Hvm = "hvm";
    private const string UsualRoot = "/dev/sda1";

    /// <inheritdoc/>
    public RegisterImageResult Run(RegisterImageRequest request, Call call)
    {
        Refuse(request);
        var image = new ImageRecord
        {
            Id = call.NewId<ImageId>(),
            OwnerId = call.Account,
            Name = ImageNames.Checked(call, request.Name!),
            Description = request.Description,
            Architecture = (request.Architecture ?? ArchitectureValues.I386).ToWire(),
            RootDevice = request.RootDeviceName is { Length: > 0 } root ? root : UsualRoot,
            BootMode = request.BootMode?.ToWire(),
            TpmSupport = request.TpmSupport?.ToWire(),
            RequiresMetadataV2 = request.ImdsSupport == ImdsSupportValues.V20,
            EnaSupport = request.EnaSupport == true,
            SriovNetSupport = request.SriovNetSupport is { Length: > 0 } net ? net : null,
            CreationDate = ImageDates.Text(call.Now),
            Devices = [.. request.BlockDeviceMappings!.Where(m => m.NoDevice is null)
                .Select(m => ImageMappings.Of(call, m))],
        };
        Check(image);
        ImageLife.Begin(call, image, request.TagSpecifications);
        return new() { ImageId = image.Id.Value };
    }

    private static void Check(ImageRecord image)
    {
        if (image.Devices.GroupBy(d => d.Device).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Errors.InvalidBlockDeviceMapping(
                $"The device '{twice.Key}' is used in more than one block-device mapping");
        }

        if (!image.Devices.Any(d => d.Device == image.RootDevice && d.SnapshotId is not null))
        {
            throw Errors.InvalidBlockDeviceMapping($"The root device '{image.RootDevice}' must be given a snapshot.");
        }

        if (image.SriovNetSupport is not (null or "simple"))
        {
            throw Errors.InvalidParameterValue(
                $"Value ({image.SriovNetSupport}) for parameter sriovNetSupport is invalid.");
        }

        // Source: EC2 User Guide, "NitroTPM for Amazon EC2 instances": an image for it boots by UEFI.
        if (image.TpmSupport is not null && image.BootMode != BootModeValues.Uefi.ToWire())
        {
            throw Errors.InvalidParameterCombination("TpmSupport requires the boot mode 'uefi'.");
        }
    }

    // Terraform sends what is not given as empty text.
    private static void Refuse(RegisterImageRequest request)
    {
        Errors.RefuseUnserved("images in instance stores (ImageLocation)", request.ImageLocation is { Length: > 0 });
        Errors.RefuseUnserved("billing products (BillingProducts)", request.BillingProducts is { Count: > 0 });
        Errors.RefuseUnserved("variables of UEFI (UefiData)", request.UefiData is { Length: > 0 });
        Errors.RefuseUnserved(
            "kernels and RAM disks (KernelId, RamdiskId)",
            request.KernelId is { Length: > 0 } || request.RamdiskId is { Length: > 0 });
        Errors.RefuseUnserved(
            "paravirtual images, which VirtualizationType means unless it is hvm", request.VirtualizationType != Hvm);
        if (request.BlockDeviceMappings is not { Count: > 0 })
        {
            throw Errors.Missing("BlockDeviceMapping");
        }
    }
}
