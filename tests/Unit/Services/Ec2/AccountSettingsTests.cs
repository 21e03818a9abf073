using Orrery.Services.Ec2.Operations.Instances;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Services.Ec2.Operations.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>What accounts allow in a region: serial consoles, and public snapshots.</summary>
public sealed class AccountSettingsTests
{
    [Fact]
    public void Serial_consoles_are_allowed_by_region()
    {
        var cloud = Cloud.New();
        bool? Status(Cloud at) => at.Run(new GetSerialConsoleAccessStatus(), new()).SerialConsoleAccessEnabled;
        Assert.False(Status(cloud));
        Assert.True(cloud.Run(new EnableSerialConsoleAccess(), new()).SerialConsoleAccessEnabled);
        Assert.Equal((true, false), (Status(cloud), Status(cloud.In("us-east-1"))));
        Assert.False(cloud.Run(new DisableSerialConsoleAccess(), new()).SerialConsoleAccessEnabled);
        Assert.False(Status(cloud));
    }

    // EC2 API Reference, EnableSnapshotBlockPublicAccess.
    [Fact]
    public void Where_new_sharing_is_blocked_no_more_snapshots_become_public_and_others_stay_so()
    {
        var shelf = Shelf.New();
        var (open, closed) = (Taken(shelf), Taken(shelf));
        Publish(shelf, open);
        Assert.Equal(SnapshotBlockPublicAccessState.Unblocked, State(shelf));
        Block(shelf, SnapshotBlockPublicAccessState.BlockNewSharing);
        Assert.Equal("OperationNotPermitted", Rig.Refusal(() => Publish(shelf, closed)));
        Publish(shelf, open);
        Assert.Equal([open], Public(shelf.In("eu-west-1", Shelf.Other)));
        shelf.Rig.Run(new ModifySnapshotAttribute(), new()
        {
            SnapshotId = closed, OperationType = OperationType.Add, UserIds = [Shelf.Other],
        });
        shelf.Rig.Run(new DisableSnapshotBlockPublicAccess(), new());
        Publish(shelf, closed);
    }

    [Fact]
    public void Where_all_sharing_is_blocked_public_snapshots_are_private_until_it_is_not()
    {
        var shelf = Shelf.New();
        var (other, id) = (shelf.In("eu-west-1", Shelf.Other), Taken(shelf));
        Publish(shelf, id);
        Assert.Equal([id], Public(other));
        Block(shelf, SnapshotBlockPublicAccessState.BlockAllSharing);
        Assert.Equal(SnapshotBlockPublicAccessState.BlockAllSharing, State(shelf));
        Assert.Empty(Public(other));
        Assert.Empty(Public(shelf));
        Assert.Equal("InvalidSnapshot.NotFound", Rig.Refusal(() => other.Now(id)));
        Assert.Equal("InvalidSnapshot.NotFound", other.Rig.Refused(
            new CreateVolume(), new() { SnapshotId = id, AvailabilityZone = "eu-west-1a" }));
        Assert.Equal(PermissionGroup.All, Assert.Single(shelf.Rig.Run(new DescribeSnapshotAttribute(), new()
        {
            SnapshotId = id, Attribute = SnapshotAttributeName.CreateVolumePermission,
        }).CreateVolumePermissions!).Group);
        Block(shelf, SnapshotBlockPublicAccessState.BlockNewSharing);
        Assert.Equal(id, other.Now(id).SnapshotId);
    }

    [Fact]
    public void Blocking_nothing_is_no_way_to_block() => Assert.Equal(
        "InvalidParameterValue", Rig.Refusal(() =>
        {
            Block(Shelf.New(), SnapshotBlockPublicAccessState.Unblocked);
            return null;
        }));

    private static SnapshotBlockPublicAccessState? State(Shelf shelf) =>
        shelf.Rig.Run(new GetSnapshotBlockPublicAccessState(), new()).State;

    private static void Block(Shelf shelf, SnapshotBlockPublicAccessState state) =>
        shelf.Rig.Run(new EnableSnapshotBlockPublicAccess(), new() { State = state });

    private static string Taken(Shelf shelf) => shelf.Take(shelf.Volume()).SnapshotId!;

    private static object? Publish(Shelf shelf, string snapshot) => shelf.Rig.Run(new ModifySnapshotAttribute(), new()
    {
        SnapshotId = snapshot, OperationType = OperationType.Add, GroupNames = ["all"],
    });

    private static IEnumerable<string> Public(Shelf shelf) => shelf.Rig.Run(new DescribeSnapshots(), new()
    {
        RestorableByUserIds = ["all"],
    }).Snapshots!.Select(s => s.SnapshotId!);
}
