using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// The snapshots that an account may use: its own, those shared with it, public ones. Source: EBS User Guide, "Share an
/// Amazon EBS snapshot".
/// </summary>
internal static class SnapshotLookup
{
    /// <summary>A snapshot of a region that the account may make volumes and copies of.</summary>
    /// <exception cref="ServiceException">InvalidSnapshotID.Malformed, InvalidSnapshot.NotFound.</exception>
    public static SnapshotRecord Usable(ReadCall call, string region, string id)
    {
        VolumeKinds.Snapshot.CheckForm(id);
        return Find(call, region, new(id)) is { } found && MayUse(call, region, found, call.Account)
            ? found
            : throw VolumeKinds.Snapshot.NotFound(id);
    }

    /// <summary>All snapshots of the call's region that the account may use, in the order of ids.</summary>
    public static IEnumerable<SnapshotRecord> All(ReadCall call)
    {
        var own = call.Read(VolumeTables.Snapshots).All();
        var others = call.Scopes.Where(s => s.Region == call.Region && s != call.Scope).SelectMany(scope =>
        {
            var table = call.Read(VolumeTables.Snapshots, scope);
            return table.By(VolumeTables.SnapshotsByUser, call.Account)
                .Union(table.By(VolumeTables.SnapshotsByUser, VolumeTables.Everybody))
                .Where(s => MayUse(call, call.Region, s, call.Account));
        }).ToList();
        return others.Count == 0 ? own : own.Concat(others).OrderBy(s => s.Id.Value, StringComparer.Ordinal);
    }

    /// <summary>Whether an account may use a snapshot of a region.</summary>
    public static bool MayUse(ReadCall call, string region, SnapshotRecord snapshot, string account) =>
        snapshot.OwnerId == account || snapshot.Users.Contains(account) || PublicSnapshots.Is(call, region, snapshot);

    /// <summary>A snapshot of a region, whoever owns it; null for none.</summary>
    public static SnapshotRecord? Find(ReadCall call, string region, SnapshotId id)
    {
        if (call.Read(VolumeTables.Snapshots, new(call.Account, region)).Find(id) is { } own)
        {
            return own;
        }

        return call.Scopes.Where(scope => scope.Region == region)
            .Select(scope => call.Read(VolumeTables.Snapshots, scope).Find(id))
            .FirstOrDefault(found => found is not null);
    }
}
