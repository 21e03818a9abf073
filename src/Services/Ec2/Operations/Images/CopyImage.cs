using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Images;

/// <summary>
/// Copies an image into the region that is asked, with its snapshots. Source: EC2 User Guide, "Copy an Amazon EC2 AMI"
/// (permissions, date of deprecation and protection are not copied).
/// </summary>
public sealed class CopyImage : IWriteOperation<CopyImageRequest, CopyImageResult>
{
    /// <inheritdoc/>
    public CopyImageResult Run(CopyImageRequest request, Call call)
    {
        Refuse(request);
        var source = ImageLookup.ToCopy(call, request.SourceRegion!, request.SourceImageId!);
        var id = call.NewId<ImageId>();
        var copy = source with
        {
            Id = id,
            OwnerId = call.Account,
            OwnerAlias = null,
            Name = ImageNames.Checked(call, request.Name!),
            Description = request.Description,
            CreationDate = ImageDates.Text(call.Now),
            Users = [],
            IsPublic = false,
            DeprecateAt = null,
            Protected = false,
            ProtectedWithCooldown = false,
            ProtectedUntil = null,
            LastLaunch = null,
            EarlierLaunch = null,
            SourceInstanceId = null,
            SourceImageId = source.Id.Value,
            SourceImageRegion = request.SourceRegion,
            Devices = [.. source.Devices.Select(device => Device(call, request, device, id))],
        };
        ImageLife.Begin(call, copy, ImageTags.Specification(Tags(call, request, source)));
        return new() { ImageId = id.Value };
    }

    private static ImageDeviceRecord Device(
        Call call, CopyImageRequest request, ImageDeviceRecord device, ImageId image)
    {
        if (device.VirtualName is not null || (device.SnapshotId is null && device.FirstBytes == 0))
        {
            return device;
        }

        var source = SourceOf(call, request, device);
        var key = SnapshotKeys.OfCopy(call, request.Encrypted, request.KmsKeyId, source);
        var text = $"Copied for DestinationAmi {image} from SourceAmi {request.SourceImageId}"
            + (device.SnapshotId is { } id ? $" for SourceSnapshot {id}." : ".");
        var minutes = (int?)request.SnapshotCopyCompletionDurationMinutes;
        var copy = source is not null
            ? SnapshotLife.Copy(call, (source, request.SourceRegion!), key, text, minutes)
            : SnapshotLife.Begin(call, Drawn(call, device, (key, text, request.SourceImageId!)));
        SnapshotLife.Tag(call, copy, ImageTags.ForSnapshots(request.TagSpecifications));
        return device with { SnapshotId = copy.Id.Value, Encrypted = copy.Encrypted, FirstBytes = 0 };
    }

    // What backs an image of the catalogue is no snapshot that could be named.
    private static SnapshotRecord Drawn(
        Call call, ImageDeviceRecord device, (string? Key, string Text, string Image) copy) => new()
    {
        Id = call.NewId<SnapshotId>(),
        OwnerId = call.Account,
        Lineage = $"{copy.Image} {copy.Key}",
        VolumeId = SnapshotLife.NoVolume,
        VolumeSize = device.Size,
        Description = copy.Text,
        Encrypted = copy.Key is not null,
        KmsKeyId = copy.Key,
        StartTime = call.Now,
        DueTime = call.Now,
        FullBytes = device.FirstBytes,
        WrittenBytes = device.FirstBytes,
    };

    // To launch an image one needs no permission for its snapshots, but to copy it one does (EC2 User Guide, "Copy an
    // Amazon EC2 AMI").
    private static SnapshotRecord? SourceOf(ReadCall call, CopyImageRequest request, ImageDeviceRecord device)
    {
        if (device.SnapshotId is not { } id)
        {
            return null;
        }

        var found = SnapshotLookup.Find(call, request.SourceRegion!, new(id));
        return found is not null && SnapshotLookup.MayUse(call, request.SourceRegion!, found, call.Account)
            ? found
            : throw new ServiceException(
                "InvalidRequest", "You do not have permission to access the storage of this ami");
    }

    private static IReadOnlyList<Tag> Tags(ReadCall call, CopyImageRequest request, ImageRecord source)
    {
        var given = ImageTags.ForImage(request.TagSpecifications);
        if (request.CopyImageTags != true)
        {
            return given;
        }

        // Those that the account gave it itself, where it is.
        var there = call.Read(Tables.Tags, new(call.Account, request.SourceRegion!)).Find(new(source.Id.Value))?.Tags;
        IEnumerable<Tag> copied = there is null ? [] : there
            .Where(t => !t.Key.StartsWith("aws:", StringComparison.Ordinal) && given.All(g => g.Key != t.Key))
            .Select(t => new Tag { Key = t.Key, Value = t.Value });
        return [.. given, .. copied];
    }

    private static void Refuse(CopyImageRequest request)
    {
        Errors.RefuseUnserved("Outposts (DestinationOutpostArn)", request.DestinationOutpostArn is { Length: > 0 });
        Errors.RefuseUnserved(
            "Local Zones (DestinationAvailabilityZone, DestinationAvailabilityZoneId)",
            request.DestinationAvailabilityZone is { Length: > 0 }
            || request.DestinationAvailabilityZoneId is { Length: > 0 });
        if (request.SnapshotCopyCompletionDurationMinutes is { } minutes)
        {
            SnapshotCopies.CheckDuration(minutes);
        }
    }
}
