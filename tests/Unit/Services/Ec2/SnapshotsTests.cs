using System.Text.Json;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Snapshots: taken, listed, shared, deleted.</summary>
public sealed class SnapshotsTests
{
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    [Fact]
    public void A_snapshot_is_pending_for_as_long_as_what_changed_takes_and_then_completed()
    {
        var shelf = Shelf.New(Delays.Aws);
        var volume = shelf.Volume(gib: 4);
        var first = shelf.Take(volume);
        Assert.Equal((SnapshotState.Pending, "0%"), (first.State, first.Progress));
        Assert.Equal(4 * Shelf.Gib, first.FullSnapshotSizeInBytes);
        Assert.Null(first.CompletionTime);

        // 15 seconds, and 4096 MiB at 128 MiB a second.
        shelf.Rig.Advance(TimeSpan.FromSeconds(46));
        Assert.Equal("97%", shelf.Now(first.SnapshotId!).Progress);
        shelf.Rig.Advance(TimeSpan.FromSeconds(1));
        var done = shelf.Now(first.SnapshotId!);
        Assert.Equal((SnapshotState.Completed, "100%"), (done.State, done.Progress));
        Assert.Equal(Rig.Start.AddSeconds(47), done.CompletionTime);

        shelf.Write(volume, gib: 1);
        var second = shelf.Take(volume);
        Assert.Equal(5 * Shelf.Gib, second.FullSnapshotSizeInBytes);
        shelf.Rig.Advance(TimeSpan.FromSeconds(23));
        Assert.Equal(SnapshotState.Completed, shelf.Now(second.SnapshotId!).State);
    }

    [Fact]
    public void The_bytes_of_a_deleted_snapshot_that_the_next_one_needs_move_to_it()
    {
        var shelf = Shelf.New();
        var volume = shelf.Volume(gib: 2);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++, shelf.Write(volume, gib: 1))
        {
            ids.Add(shelf.Take(volume).SnapshotId!);
        }

        Assert.Equal([2, 1, 1], Stored(shelf, ids));
        shelf.Rig.Run(new DeleteSnapshot(), new() { SnapshotId = ids[1] });
        ids.RemoveAt(1);
        Assert.Equal([2, 2], Stored(shelf, ids));
        shelf.Rig.Run(new DeleteSnapshot(), new() { SnapshotId = ids[0] });
        Assert.Equal([4], Stored(shelf, ids[1..]));
    }

    [Fact]
    public void A_request_tells_of_a_snapshot_what_a_list_tells()
    {
        var shelf = Shelf.New(Delays.Aws);
        var volume = shelf.Volume();
        var made = shelf.Rig.Run(new CreateSnapshot(), new()
        {
            VolumeId = volume,
            Description = "before",
            TagSpecifications =
                [new() { ResourceType = ResourceType.Snapshot, Tags = [new() { Key = "a", Value = "b" }] }],
        });
        var told = shelf.Now(made.SnapshotId!);
        Assert.Equal(
            (told.VolumeId, told.StartTime, told.Description, told.State, told.VolumeSize, told.OwnerId),
            (made.VolumeId, made.StartTime, made.Description, made.State, made.VolumeSize, made.OwnerId));
        Assert.Equal("b", Assert.Single(made.Tags!).Value);
        Assert.Equal("InvalidVolume.NotFound", shelf.Rig.Refused(new CreateSnapshot(), new()
        {
            VolumeId = "vol-0123456789abcdef0",
        }));
        Assert.Equal("InvalidParameterValue", shelf.Rig.Refused(new CreateSnapshot(), new()
        {
            VolumeId = volume, TagSpecifications = [new() { ResourceType = ResourceType.Volume, Tags = [] }],
        }));
        Assert.Equal("UnsupportedOperation", shelf.Rig.Refused(new CreateSnapshot(), new()
        {
            VolumeId = volume, OutpostArn = "arn",
        }));
    }

    [Fact]
    public void What_is_pending_is_deleted_when_it_is_done()
    {
        var shelf = Shelf.New(Delays.Aws);
        var id = shelf.Take(shelf.Volume()).SnapshotId!;
        shelf.Rig.Run(new DeleteSnapshot(), new() { SnapshotId = id });
        Assert.Equal(SnapshotState.Pending, shelf.Now(id).State);
        shelf.Rig.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("InvalidSnapshot.NotFound", shelf.Rig.Refused(new DescribeSnapshots(), new()
        {
            SnapshotIds = [id],
        }));
        Assert.Equal("InvalidSnapshot.NotFound", shelf.Rig.Refused(new DeleteSnapshot(), new() { SnapshotId = id }));
    }

    [Fact]
    public void Snapshots_of_an_instance_leave_out_what_is_excluded()
    {
        var shelf = Shelf.New();
        var instance = shelf.Instance(Fleet.Image, "/dev/sdf", "/dev/sdg");
        var all = shelf.Rig.Run(new CreateSnapshots(), new()
        {
            InstanceSpecification = new() { InstanceId = instance },
        }).Snapshots!;
        Assert.Equal(3, all.Count);
        Assert.Single(all.Select(s => s.StartTime).Distinct());
        var some = shelf.Rig.Run(new CreateSnapshots(), new()
        {
            InstanceSpecification = new()
            {
                InstanceId = instance, ExcludeBootVolume = true, ExcludeDataVolumeIds = [all[1].VolumeId!],
            },
        }).Snapshots!;
        Assert.Equal(all[2].VolumeId, Assert.Single(some).VolumeId);
        Assert.Equal("InvalidParameterValue", shelf.Rig.Refused(new CreateSnapshots(), new()
        {
            InstanceSpecification = new() { InstanceId = instance, ExcludeDataVolumeIds = [all[0].VolumeId!] },
        }));
        var told = Assert.Single(JsonDocument.Parse(
            shelf.Heard("EBS Multi-Volume Snapshots Completion Status")[0].Detail)
            .RootElement.EnumerateObject(), p => p.Name == "snapshots");
        Assert.Equal(3, told.Value.GetArrayLength());
    }

    // EC2 API Reference, ModifySnapshotAttribute; codes as public logs show them.
    [Theory]
    [InlineData(null, "210987654321", false, null)]
    [InlineData(null, null, true, null)]
    [InlineData(null, "12", false, "InvalidUserID.Malformed")]
    [InlineData(Key, "210987654321", false, null)]
    [InlineData(Key, null, true, "OperationNotPermitted")]
    [InlineData(Shelf.AwsKey, "210987654321", false, "OperationNotPermitted")]
    public void A_snapshot_is_shared_unless_its_key_forbids_it(string? key, string? user, bool all, string? refusal)
    {
        var shelf = Shelf.New();
        var id = shelf.Take(shelf.Volume(key: key)).SnapshotId!;
        var request = new ModifySnapshotAttributeRequest
        {
            SnapshotId = id,
            OperationType = OperationType.Add,
            UserIds = user is null ? null : [user],
            GroupNames = all ? ["all"] : null,
        };
        var other = shelf.In("eu-west-1", Shelf.Other);
        if (refusal is not null)
        {
            Assert.Equal(refusal, shelf.Rig.Refused(new ModifySnapshotAttribute(), request));
            Assert.Equal("InvalidSnapshot.NotFound", Rig.Refusal(() => other.Now(id)));
            return;
        }

        shelf.Rig.Run(new ModifySnapshotAttribute(), request);
        Assert.Equal("123456789012", other.Now(id).OwnerId);
        var told = Assert.Single(shelf.Rig.Run(new DescribeSnapshotAttribute(), new()
        {
            SnapshotId = id, Attribute = SnapshotAttributeName.CreateVolumePermission,
        }).CreateVolumePermissions!);
        Assert.Equal((user, all), (told.UserId, told.Group == PermissionGroup.All));
        shelf.Rig.Run(new ResetSnapshotAttribute(), new()
        {
            SnapshotId = id, Attribute = SnapshotAttributeName.CreateVolumePermission,
        });
        Assert.Equal("InvalidSnapshot.NotFound", Rig.Refusal(() => other.Now(id)));
    }

    [Fact]
    public void A_request_cannot_add_and_remove_at_once_and_needs_something_to_do()
    {
        var shelf = Shelf.New();
        var id = shelf.Take(shelf.Volume()).SnapshotId!;
        Assert.Equal("InvalidParameterCombination", shelf.Rig.Refused(new ModifySnapshotAttribute(), new()
        {
            SnapshotId = id,
            CreateVolumePermission = new()
            {
                Add = [new() { UserId = Shelf.Other }], Remove = [new() { Group = PermissionGroup.All }],
            },
        }));
        Assert.Equal("MissingParameter", shelf.Rig.Refused(new ModifySnapshotAttribute(), new() { SnapshotId = id }));
        Assert.Equal("UnsupportedOperation", shelf.Rig.Refused(new ModifySnapshotAttribute(), new()
        {
            SnapshotId = id, Attribute = SnapshotAttributeName.ProductCodes,
        }));
    }

    [Fact]
    public void Snapshots_are_listed_by_owner_permission_filter_and_page()
    {
        var shelf = Shelf.New();
        var volume = shelf.Volume();
        var own = Enumerable.Range(0, 3).Select(_ => shelf.Take(volume).SnapshotId!).Order().ToList();
        var other = shelf.In("eu-west-1", Shelf.Other);
        var shared = other.Take(other.Volume()).SnapshotId!;
        other.Rig.Run(new ModifySnapshotAttribute(), new()
        {
            SnapshotId = shared, OperationType = OperationType.Add, UserIds = ["123456789012"],
        });
        IReadOnlyList<string?> Found(DescribeSnapshotsRequest request) =>
            [.. shelf.Rig.Run(new DescribeSnapshots(), request).Snapshots!.Select(s => s.SnapshotId)];
        Assert.Equal(own.Append(shared).Order(), Found(new()));
        Assert.Equal(own, Found(new() { OwnerIds = ["self"] }));
        Assert.Equal([shared], Found(new() { OwnerIds = [Shelf.Other] }));
        Assert.Empty(Found(new() { OwnerIds = ["amazon"] }));
        Assert.Empty(Found(new() { RestorableByUserIds = ["all"] }));
        Assert.Equal(4, Found(new() { RestorableByUserIds = ["self"] }).Count);
        Assert.Equal(own, Found(new() { Filters = [new() { Name = "volume-id", Values = [volume] }] }));
        Assert.Equal(own, Found(new()
        {
            Filters =
            [
                new() { Name = "owner-id", Values = ["123456789012"] },
                new() { Name = "status", Values = ["completed"] },
                new() { Name = "progress", Values = ["100%"] },
                new() { Name = "start-time", Values = ["2026-01-01T*"] },
                new() { Name = "encrypted", Values = ["false"] },
                new() { Name = "volume-size", Values = ["8"] },
                new() { Name = "storage-tier", Values = ["standard"] },
            ],
        }));
        var page = shelf.Rig.Run(new DescribeSnapshots(), new() { OwnerIds = ["self"], MaxResults = 2 });
        Assert.Equal([own[2]], Found(new() { OwnerIds = ["self"], MaxResults = 2, NextToken = page.NextToken }));
        Assert.Equal("InvalidParameterValue", shelf.Rig.Refused(new DescribeSnapshots(), new()
        {
            Filters = [new() { Name = "colour", Values = ["red"] }],
        }));
    }

    // EBS User Guide, "Amazon EventBridge for Amazon EBS".
    [Fact]
    public void A_completed_snapshot_and_a_shared_one_are_told_of()
    {
        var shelf = Shelf.New(Delays.Aws);
        var volume = shelf.Volume();
        var id = shelf.Take(volume).SnapshotId!;
        Assert.Empty(shelf.Heard("EBS Snapshot Notification"));
        shelf.Rig.Advance(TimeSpan.FromMinutes(1));
        var told = Assert.Single(shelf.Heard("EBS Snapshot Notification"));
        Assert.Equal([$"arn:aws:ec2:eu-west-1::snapshot/{id}"], told.Resources);
        Assert.Equal(
            $$"""
            {"event":"createSnapshot","result":"succeeded","cause":"","request-id":"",
            "startTime":"2026-01-01T00:00:00Z","endTime":"2026-01-01T00:00:23Z",
            "snapshot_id":"arn:aws:ec2:eu-west-1::snapshot/{{id}}",
            "source":"arn:aws:ec2:eu-west-1::volume/{{volume}}"}
            """.ReplaceLineEndings(""),
            told.Detail);
        shelf.Rig.Run(new ModifySnapshotAttribute(), new()
        {
            SnapshotId = id, OperationType = OperationType.Add, UserIds = [Shelf.Other],
        });
        Assert.Equal(Shelf.Other, shelf.Heard("EBS Snapshot Notification")[1].Scope.Account);
    }

    [Fact]
    public void No_more_snapshots_are_taken_than_the_quota_allows()
    {
        var shelf = Shelf.New(Delays.None, ("L-309BACF6", 1));
        var volume = shelf.Volume();
        shelf.Take(volume);
        Assert.Equal("SnapshotLimitExceeded", Rig.Refusal(() => shelf.Take(volume)));
    }

    private static IEnumerable<long> Stored(Shelf shelf, IEnumerable<string> ids) => shelf.Rig.Ask(call =>
        ids.Select(id => SnapshotLineage.StoredBytes(call, call.Read(VolumeTables.Snapshots).Find(new(id))!)
            / Shelf.Gib).ToList());
}
