using System.Globalization;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A snapshot as the API writes it.</summary>
internal static class SnapshotView
{
    /// <summary>The snapshot with the caller's tags.</summary>
    public static Snapshot Of(SnapshotRecord snapshot, ReadCall call) => new()
    {
        SnapshotId = snapshot.Id.Value,
        VolumeId = snapshot.VolumeId,
        VolumeSize = snapshot.VolumeSize,
        OwnerId = snapshot.OwnerId,
        Description = snapshot.Description,
        Encrypted = snapshot.Encrypted,
        KmsKeyId = snapshot.KmsKeyId,
        State = snapshot.State,
        StateMessage = snapshot.StateMessage,
        StartTime = snapshot.StartTime,
        Progress = ProgressOf(snapshot, call.Now),
        CompletionTime = snapshot.CompletionTime,
        CompletionDurationMinutes = snapshot.CompletionMinutes,
        TransferType = TransferOf(snapshot),
        FullSnapshotSizeInBytes = snapshot.FullBytes,
        StorageTier = StorageTier.Standard,
        Tags = TagStore.View(call, snapshot.Id.Value),
    };

    /// <summary>The same, with what a request that makes a snapshot tells of it.</summary>
    public static SnapshotInfo InfoOf(SnapshotRecord snapshot, ReadCall call) => new()
    {
        SnapshotId = snapshot.Id.Value,
        VolumeId = snapshot.VolumeId,
        VolumeSize = snapshot.VolumeSize,
        OwnerId = snapshot.OwnerId,
        Description = snapshot.Description,
        Encrypted = snapshot.Encrypted,
        State = snapshot.State,
        StartTime = snapshot.StartTime,
        Progress = ProgressOf(snapshot, call.Now),
        Tags = TagStore.View(call, snapshot.Id.Value),
    };

    /// <summary>How far it is, in percent: by time, and done only when it is done.</summary>
    public static string ProgressOf(SnapshotRecord snapshot, DateTimeOffset now)
    {
        if (snapshot.State == SnapshotState.Completed)
        {
            return "100%";
        }

        var part = (now - snapshot.StartTime) / (snapshot.DueTime - snapshot.StartTime);
        var percent = double.IsFinite(part) ? (int)Math.Clamp(part * 100, 0, 99) : 0;
        return percent.ToString(CultureInfo.InvariantCulture) + "%";
    }

    /// <summary>How a copy was ordered; null for what is no copy.</summary>
    public static TransferType? TransferOf(SnapshotRecord snapshot) =>
        snapshot.SourceRegion is null ? null
        : snapshot.CompletionMinutes is null ? TransferType.Standard : TransferType.TimeBased;
}
