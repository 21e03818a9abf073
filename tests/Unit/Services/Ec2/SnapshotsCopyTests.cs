using Orrery.Kernel.Calls;
using Orrery.Services.Ec2;
using Orrery.Services.Ec2.Operations.Snapshots;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Snapshots;
using Orrery.Services.Ec2.Rules.Volumes;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Tests.Unit.Services.Ec2;

/// <summary>Copies of snapshots, within a region and across regions.</summary>
public sealed class SnapshotsCopyTests
{
    private const string Own = "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Id = "11111111-22ab-34cd-56ef-1234567890ab";

    // EBS User Guide, "Encryption and snapshot copying": the table of source, default of the region,
    // parameters, outcome.
    [Theory]
    [InlineData(null, false, null, null, null)]
    [InlineData(null, false, true, null, Shelf.AwsKey)]
    [InlineData(null, false, true, Id, "arn:aws:kms:us-east-1:123456789012:key/" + Id)]
    [InlineData(null, false, true, "alias/aws/ebs", Shelf.AwsKey)]
    [InlineData(null, true, null, null, Shelf.AwsKey)]
    [InlineData(null, true, false, null, Shelf.AwsKey)]
    [InlineData(Own, false, null, null, Shelf.AwsKey)]
    [InlineData(Own, false, true, Id, "arn:aws:kms:us-east-1:123456789012:key/" + Id)]
    [InlineData(Own, false, false, null, "InvalidParameterValue")]
    [InlineData(null, false, null, Id, "InvalidParameterDependency")]
    public void A_copy_is_encrypted_as_source_region_and_request_say(
        string? source, bool byDefault, bool? encrypted, string? key, string? outcome)
    {
        var shelf = Shelf.New();
        var there = shelf.In("us-east-1");
        there.Rig.Do(call =>
        {
            call.Write(VolumeTables.Settings).Put(new EbsSettingsRecord { EncryptionByDefault = byDefault });
            return true;
        });
        var request = Order(shelf.Take(shelf.Volume(key: source)).SnapshotId!) with
        {
            Encrypted = encrypted, KmsKeyId = key,
        };
        if (outcome?.StartsWith("Invalid", StringComparison.Ordinal) == true)
        {
            Assert.Equal(outcome, there.Rig.Refused(new CopySnapshot(), request));
            return;
        }

        var copy = there.Now(there.Rig.Run(new CopySnapshot(), request).SnapshotId!);
        var expected = outcome == Shelf.AwsKey ? there.Rig.Ask(call => EbsKeys.Resolve(call, null)) : outcome;
        Assert.Equal((outcome is not null, expected), (copy.Encrypted, copy.KmsKeyId));
    }

    [Fact]
    public void A_copy_stands_in_the_region_of_the_request_and_is_of_no_volume()
    {
        var shelf = Shelf.New();
        var there = shelf.In("us-east-1");
        var source = shelf.Take(shelf.Volume(gib: 2)).SnapshotId!;
        var made = there.Rig.Run(new CopySnapshot(), Order(source) with
        {
            TagSpecifications =
                [new() { ResourceType = ResourceType.Snapshot, Tags = [new() { Key = "a", Value = "b" }] }],
        });
        Assert.Equal("b", Assert.Single(made.Tags!).Value);
        var copy = there.Now(made.SnapshotId!);
        Assert.Equal(("vol-ffffffff", 2 * Shelf.Gib), (copy.VolumeId, copy.FullSnapshotSizeInBytes));
        Assert.Equal("", copy.Description);
        Assert.Equal(TransferType.Standard, copy.TransferType);
        Assert.Equal("InvalidSnapshot.NotFound", Rig.Refusal(() => shelf.Now(made.SnapshotId!)));
        var told = shelf.Heard("EBS Snapshot Notification")[^1];
        Assert.Contains("\"event\":\"copySnapshot\"", told.Detail, StringComparison.Ordinal);
        Assert.Contains(
            $"\"source\":\"arn:aws:ec2:eu-west-1::snapshot/{source}\"", told.Detail, StringComparison.Ordinal);
    }

    // EBS User Guide, "Incremental snapshot copies".
    [Fact]
    public void Later_copies_hold_what_changed_unless_their_key_is_another()
    {
        var shelf = Shelf.New();
        var there = shelf.In("us-east-1");
        var volume = shelf.Volume(gib: 4);
        var first = shelf.Take(volume).SnapshotId!;
        shelf.Write(volume, gib: 1);
        var second = shelf.Take(volume).SnapshotId!;
        long Stored(CopySnapshotRequest request)
        {
            there.Rig.Advance(TimeSpan.FromSeconds(1));
            var id = there.Rig.Run(new CopySnapshot(), request).SnapshotId!;
            return there.Rig.Ask(call => SnapshotLineage.StoredBytes(
                call, call.Read(VolumeTables.Snapshots).Find(new(id))!)) / Shelf.Gib;
        }

        Assert.Equal(4, Stored(Order(first)));
        Assert.Equal(1, Stored(Order(second)));
        Assert.Equal(5, Stored(Order(second) with { Encrypted = true }));
        Assert.Equal(0, Stored(Order(second) with { Encrypted = true }));
    }

    [Fact]
    public void A_copy_whose_source_goes_away_meanwhile_fails()
    {
        var shelf = Shelf.New(Delays.Aws);
        var there = shelf.In("us-east-1");
        var source = shelf.Take(shelf.Volume(gib: 8)).SnapshotId!;
        Assert.Equal("IncorrectState", there.Rig.Refused(new CopySnapshot(), Order(source)));
        shelf.Rig.Advance(TimeSpan.FromMinutes(2));
        var copy = there.Rig.Run(new CopySnapshot(), Order(source)).SnapshotId!;
        shelf.Rig.Run(new DeleteSnapshot(), new() { SnapshotId = source });
        shelf.Rig.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(
            (SnapshotState.Error, "Source snapshot ID is not valid"),
            (there.Now(copy).State, there.Now(copy).StateMessage));
        Assert.Contains(
            "\"result\":\"failed\",\"cause\":\"Source snapshot ID is not valid\"",
            shelf.Heard("EBS Snapshot Notification")[^1].Detail,
            StringComparison.Ordinal);
    }

    // EC2 API Reference, CopySnapshot: from 15 minutes to 48 hours, in steps of 15 minutes.
    [Theory]
    [InlineData(15, null)]
    [InlineData(2880, null)]
    [InlineData(0, "InvalidParameterValue")]
    [InlineData(20, "InvalidParameterValue")]
    [InlineData(2895, "InvalidParameterValue")]
    public void A_copy_can_be_ordered_for_a_time(int minutes, string? refusal)
    {
        var shelf = Shelf.New();
        var request = Order(shelf.Take(shelf.Volume()).SnapshotId!) with { CompletionDurationMinutes = minutes };
        if (refusal is not null)
        {
            Assert.Equal(refusal, shelf.Rig.Refused(new CopySnapshot(), request));
            return;
        }

        var copy = shelf.Now(shelf.Rig.Run(new CopySnapshot(), request).SnapshotId!);
        Assert.Equal((minutes, TransferType.TimeBased), (copy.CompletionDurationMinutes, copy.TransferType));
    }

    [Fact]
    public void Another_account_copies_what_is_shared_with_it()
    {
        var shelf = Shelf.New();
        var other = shelf.In("us-east-1", Shelf.Other);
        var source = shelf.Take(shelf.Volume()).SnapshotId!;
        Assert.Equal("InvalidSnapshot.NotFound", other.Rig.Refused(new CopySnapshot(), Order(source)));
        shelf.Rig.Run(new ModifySnapshotAttribute(), new()
        {
            SnapshotId = source, OperationType = OperationType.Add, UserIds = [Shelf.Other],
        });
        var copy = other.Now(other.Rig.Run(new CopySnapshot(), Order(source)).SnapshotId!);
        Assert.Equal((Shelf.Other, SnapshotState.Completed), (copy.OwnerId, copy.State));
        Assert.Equal("InvalidParameterValue", other.Rig.Refused(new CopySnapshot(), Order(source) with
        {
            SourceRegion = "moon-1",
        }));
    }

    private static CopySnapshotRequest Order(string source) => new()
    {
        SourceRegion = "eu-west-1", SourceSnapshotId = source,
    };
}
