using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Snapshots;

/// <summary>Takes snapshots of the volumes of an instance, all as of one instant.</summary>
public sealed class CreateSnapshots : IWriteOperation<CreateSnapshotsRequest, CreateSnapshotsResult>
{
    private const int MostExcluded = 40;

    /// <inheritdoc/>
    public CreateSnapshotsResult Run(CreateSnapshotsRequest request, Call call)
    {
        Errors.RefuseUnserved("Outposts (OutpostArn)", request.OutpostArn is { Length: > 0 });
        Errors.RefuseUnserved(
            "snapshots in Local Zones (Location local)", request.Location == SnapshotLocationEnum.Local);
        var wanted = request.InstanceSpecification ?? throw Errors.Missing("InstanceSpecification");
        var instance = InstanceKinds.Instance.Get(
            call, wanted.InstanceId ?? throw Errors.Missing("InstanceSpecification.InstanceId"));
        var set = call.NewId("set");
        var snapshots = new List<SnapshotInfo>();
        foreach (var volume in Chosen(call, instance, wanted))
        {
            var snapshot = SnapshotLife.Take(call, volume, request.Description, set);
            SnapshotLife.Tag(call, snapshot, Tags(call, volume, request));
            snapshots.Add(SnapshotView.InfoOf(snapshot, call));
        }

        return new() { Snapshots = snapshots };
    }

    private static IEnumerable<VolumeRecord> Chosen(
        ReadCall call, InstanceRecord instance, InstanceSpecification wanted)
    {
        var volumes = SourceVolumes.Of(call, instance);
        var root = InstanceVolumes.RootOf(call, instance);
        var excluded = wanted.ExcludeDataVolumeIds ?? [];
        if (excluded.Count > MostExcluded)
        {
            throw Errors.InvalidParameterValue($"At most {MostExcluded} volumes can be excluded.");
        }

        foreach (var id in excluded)
        {
            VolumeKinds.Volume.Get(call, id);
            var found = volumes.FirstOrDefault(v => v.Volume.Id.Value == id);
            if (found.Volume is null || found.Attachment.Device == root)
            {
                throw Errors.InvalidParameterValue($"The volume '{id}' is no data volume of '{instance.Id}'.");
            }
        }

        var chosen = volumes.Where(v => wanted.ExcludeBootVolume != true || v.Attachment.Device != root)
            .Select(v => v.Volume)
            .Where(v => !excluded.Contains(v.Id.Value))
            .ToList();
        return chosen.Count > 0
            ? chosen
            : throw Errors.InvalidParameterValue($"The instance '{instance.Id}' has no volumes to take snapshots of.");
    }

    // The tags of the request come before those of the volume: guessed.
    private static List<TagSpecification> Tags(ReadCall call, VolumeRecord volume, CreateSnapshotsRequest request)
    {
        var given = TagRules.ForNew(VolumeKinds.Snapshot, request.TagSpecifications);
        var copied = request.CopyTagsFromSource is null ? [] : TagStore.View(call, volume.Id.Value)
            .Where(t => !t.Key!.StartsWith("aws:", StringComparison.Ordinal) && given.All(g => g.Key != t.Key));
        return [new() { ResourceType = ResourceType.Snapshot, Tags = [.. given, .. copied] }];
    }
}
