using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Loops;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Images;
using Orrery.Services.Ec2.Rules.Instances;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// How snapshots come to be and go: pending while their blocks are copied, then completed, or in error where a copy's
/// source went away meanwhile. Source: EBS User Guide, "Create Amazon EBS snapshots", "Delete an Amazon EBS snapshot"
/// (what is pending goes when it is done), "Amazon EventBridge for Amazon EBS" (the cause of a failed copy). How
/// long it takes is guessed: a quarter of a minute, and what changed at 128 MiB a second.
/// </summary>
internal static class SnapshotLife
{
    /// <summary>The volume that a copy says it is of. Source: EBS User Guide, "Copy an Amazon EBS snapshot".</summary>
    public const string NoVolume = "vol-ffffffff";

    private const string SourceLost = "Source snapshot ID is not valid";
    private const double BytesPerSecond = 128L << 20;

    private static readonly TimeSpan Least = TimeSpan.FromSeconds(15);

    /// <summary>Takes a snapshot of a volume as it is now.</summary>
    /// <exception cref="ServiceException">IncorrectState: the volume is not there yet, or no more; a quota.</exception>
    public static SnapshotRecord Take(Call call, VolumeRecord volume, string? description, string? set = null)
    {
        foreach (var attachment in volume.Attachments)
        {
            if (call.Read(InstanceTables.Instances).Find(attachment.InstanceId) is { } instance)
                Hibernation.CheckAwake(instance, "A snapshot");
        }

        return volume.State is VolumeState.Available or VolumeState.InUse
            ? Begin(call, new()
            {
                Id = call.NewId<Ids.SnapshotId>(),
                OwnerId = call.Account,
                Lineage = volume.Id.Value,
                SetId = set,
                VolumeId = volume.Id.Value,
                VolumeSize = volume.Size,
                Description = description ?? "",
                Encrypted = volume.Encrypted,
                KmsKeyId = volume.KmsKeyId,
                StartTime = call.Now,
                DueTime = call.Now,
                FullBytes = WrittenBytes.Full(volume, call.Now),
                WrittenBytes = WrittenBytes.Written(volume, call.Now),
            })
            : throw Errors.IncorrectState($"The volume '{volume.Id}' is in the state '{volume.State.ToWire()}'.");
    }

    /// <summary>Copies a snapshot of any region into the call's.</summary>
    /// <exception cref="ServiceException">A quota.</exception>
    public static SnapshotRecord Copy(
        Call call, (SnapshotRecord Record, string Region) source, string? key, string description, int? minutes) =>
        Begin(call, source.Record with
        {
            Id = call.NewId<Ids.SnapshotId>(),
            OwnerId = call.Account,
            Lineage = SnapshotLineage.OfCopy(source.Record, key),
            SetId = null,
            VolumeId = NoVolume,
            Description = description,
            Encrypted = key is not null,
            KmsKeyId = key,
            State = SnapshotState.Pending,
            StartTime = call.Now,
            CompletionTime = null,
            CompletionMinutes = minutes,
            Deleting = false,
            SourceSnapshotId = source.Record.Id.Value,
            SourceRegion = source.Region,
            SourceOwner = source.Record.OwnerId,
            Users = [],
            IsPublic = false,
        });

    /// <summary>Puts a new snapshot and sets it on its way.</summary>
    /// <exception cref="ServiceException">SnapshotLimitExceeded.</exception>
    public static SnapshotRecord Begin(Call call, SnapshotRecord snapshot)
    {
        // The code is guessed.
        call.Hold(VolumeQuotas.Snapshots, call.Read(VolumeTables.Snapshots).Count, limit => new(
            "SnapshotLimitExceeded", $"The maximum number of snapshots ({limit}) has been reached."));
        var takes = Least + TimeSpan.FromSeconds(SnapshotLineage.StoredBytes(call, snapshot) / BytesPerSecond);
        if (snapshot.CompletionMinutes is { } minutes && takes > TimeSpan.FromMinutes(minutes))
        {
            takes = TimeSpan.FromMinutes(minutes);
        }

        snapshot = snapshot with { DueTime = call.Now + takes };
        call.Write(VolumeTables.Snapshots).Put(snapshot);
        SnapshotLoop.Begin(call, snapshot, takes);
        return snapshot;
    }

    /// <summary>The blocks of a snapshot should all be there now.</summary>
    public static void Finish(Call call, SnapshotRecord snapshot)
    {
        var ended = IsSourceLost(call, snapshot)
            ? snapshot with { State = SnapshotState.Error, StateMessage = SourceLost }
            : snapshot with { State = SnapshotState.Completed, CompletionTime = call.Now };
        call.Write(VolumeTables.Snapshots).Put(ended);
        SnapshotEvents.Ended(call, ended);
        ImageLife.Follow(call, ended);
        if (ended.Deleting)
        {
            Remove(call, ended);
        }
    }

    /// <summary>Deletes a snapshot; one that is pending goes when it is done.</summary>
    /// <exception cref="ServiceException">InvalidSnapshot.InUse: an image needs it.</exception>
    public static void Delete(Call call, SnapshotRecord snapshot)
    {
        // A disabled image needs its snapshots too.
        if (UsersOf(call, snapshot) is [var image, ..])
        {
            throw new ServiceException(
                "InvalidSnapshot.InUse", $"The snapshot {snapshot.Id} is currently in use by {image.Id}");
        }

        if (snapshot.State == SnapshotState.Pending)
        {
            call.Write(VolumeTables.Snapshots).Put(snapshot with { Deleting = true });
        }
        else
        {
            Remove(call, snapshot);
        }
    }

    /// <summary>The images of the account that a snapshot belongs to.</summary>
    public static IReadOnlyList<ImageRecord> UsersOf(ReadCall call, SnapshotRecord snapshot) =>
        [.. call.Read(VolumeTables.Images).By(VolumeTables.ImagesBySnapshot, snapshot.Id.Value)];

    /// <summary>Tags a new snapshot.</summary>
    /// <exception cref="ServiceException">A tag is not allowed.</exception>
    public static void Tag(Call call, SnapshotRecord snapshot, IReadOnlyList<TagSpecification>? tags) =>
        TagStore.PutNew(call, VolumeKinds.Snapshot, snapshot.Id.Value, tags);

    private static void Remove(Call call, SnapshotRecord snapshot)
    {
        call.Write(VolumeTables.Snapshots).Remove(snapshot.Id);
        TagStore.Forget(call, snapshot.Id.Value);
    }

    private static bool IsSourceLost(ReadCall call, SnapshotRecord copy) =>
        copy is { SourceSnapshotId: { } id, SourceRegion: { } region, SourceOwner: { } owner }
        && !call.Read(VolumeTables.Snapshots, new(owner, region)).Contains(new(id));
}
