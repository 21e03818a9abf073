using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Snapshots;

/// <summary>
/// Who may make volumes of a snapshot besides its owner. Source: EC2 API Reference, ModifySnapshotAttribute; messages
/// as public logs of clients show them, those of public snapshots guessed.
/// </summary>
internal static class SnapshotSharing
{
    private const int MostChanges = 500;

    /// <summary>The snapshot with its permissions changed.</summary>
    /// <exception cref="ServiceException">
    /// InvalidUserID.Malformed, OperationNotPermitted, or a combination that is not allowed.
    /// </exception>
    public static SnapshotRecord Changed(SnapshotRecord snapshot, ModifySnapshotAttributeRequest request)
    {
        var (add, remove) = Changes(request);
        if (add.Count > 0 && remove.Count > 0)
        {
            throw Errors.InvalidParameterCombination("Cannot add and remove permissions in one request.");
        }

        if (add.Count + remove.Count is 0 or > MostChanges)
        {
            throw Errors.InvalidParameterValue($"A request changes from 1 to {MostChanges} permissions.");
        }

        if (add.Count > 0)
        {
            CheckEncryption(snapshot, add);
        }

        return snapshot with
        {
            Users = Users(snapshot.Users, add, remove),
            IsPublic = (snapshot.IsPublic || add.Contains(VolumeTables.Everybody))
                && !remove.Contains(VolumeTables.Everybody),
        };
    }

    /// <summary>Users after some were added and removed. Everybody is none of them.</summary>
    public static ImmutableSortedSet<string> Users(
        ImmutableSortedSet<string> users, IEnumerable<string> add, IEnumerable<string> remove) =>
        users.Union(add.Where(u => u != VolumeTables.Everybody)).Except(remove);

    /// <summary>Refuses what is no account id.</summary>
    /// <exception cref="ServiceException">InvalidUserID.Malformed.</exception>
    public static string Account(string id) => AccountNumber.Is(id)
        ? id
        : throw new ServiceException("InvalidUserID.Malformed", $"Invalid user id: \"{id}\"");

    /// <summary>Refuses what is no group: there is only everybody.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static string Group(string name) => name == VolumeTables.Everybody
        ? name
        : throw Errors.InvalidParameterValue(
                $"Value ({name}) for parameter group is invalid. The only group is 'all'.");

    private static (IReadOnlyList<string> Add, IReadOnlyList<string> Remove) Changes(
        ModifySnapshotAttributeRequest request)
    {
        if (request.CreateVolumePermission is { } change)
        {
            return (Named(change.Add), Named(change.Remove));
        }

        IReadOnlyList<string> named =
            [.. (request.UserIds ?? []).Select(Account), .. (request.GroupNames ?? []).Select(Group)];
        return request.OperationType switch
        {
            OperationType.Add => (named, []),
            OperationType.Remove => ([], named),
            _ => throw Errors.Missing("OperationType"),
        };
    }

    private static IReadOnlyList<string> Named(IReadOnlyList<CreateVolumePermission>? permissions) =>
        [.. (permissions ?? []).Select(p => p.Group is not null ? VolumeTables.Everybody
            : Account(p.UserId ?? throw Errors.Missing("UserId")))];

    private static void CheckEncryption(SnapshotRecord snapshot, IReadOnlyList<string> add)
    {
        if (!snapshot.Encrypted)
        {
            return;
        }

        if (add.Contains(VolumeTables.Everybody))
        {
            throw Errors.OperationNotPermitted("Encrypted snapshots cannot be shared publicly");
        }

        if (EbsKeys.IsAws(snapshot.KmsKeyId!))
        {
            throw Errors.OperationNotPermitted("Encrypted snapshots with EBS default key cannot be shared");
        }
    }
}
