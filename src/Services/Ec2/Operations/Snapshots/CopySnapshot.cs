using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Copies a snapshot into the region that is asked.</summary>
public sealed class CopySnapshot : IWriteOperation<CopySnapshotRequest, CopySnapshotResult>
{
    /// <inheritdoc/>
    public CopySnapshotResult Run(CopySnapshotRequest request, Call call)
    {
        Errors.RefuseUnserved("Outposts (DestinationOutpostArn)", request.DestinationOutpostArn is { Length: > 0 });
        Errors.RefuseUnserved(
            "Local Zones (DestinationAvailabilityZone)", request.DestinationAvailabilityZone is { Length: > 0 });
        Check(request, call);
        var source = SnapshotLookup.Usable(call, request.SourceRegion!, request.SourceSnapshotId!);
        SnapshotCopies.CheckSource(source);
        var key = SnapshotKeys.OfCopy(call, request.Encrypted, request.KmsKeyId, source);
        var copy = SnapshotLife.Copy(
            call, (source, request.SourceRegion!), key, request.Description ?? "", request.CompletionDurationMinutes);
        SnapshotLife.Tag(call, copy, request.TagSpecifications);
        return new() { SnapshotId = copy.Id.Value, Tags = TagStore.View(call, copy.Id.Value) };
    }

    // A presigned URL is what tools make for older endpoints; it says nothing that the request does not (CopySnapshot).
    private static void Check(CopySnapshotRequest request, ReadCall call)
    {
        if (RegionCatalog.Find(request.SourceRegion!) is null)
        {
            throw Errors.InvalidParameterValue($"Invalid source region: {request.SourceRegion}");
        }

        if (request.DestinationRegion is { Length: > 0 } destination && destination != call.Region)
        {
            throw Errors.InvalidParameterValue(
                $"The destination region '{destination}' is not the region of the request, '{call.Region}'.");
        }

        if (request.CompletionDurationMinutes is { } minutes)
        {
            SnapshotCopies.CheckDuration(minutes);
        }
    }
}
