using Orrery.Kernel.Calls;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Locking;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>What is changed of replicas. Sources: S3 user guide, "Replicating metadata changes with replica
/// modification sync", "Getting replication status information".</summary>
public sealed class ReplicaChangeTests
{
    private static readonly SourceSelectionCriteria Synced = new()
    {
        ReplicaModifications = new() { Status = ReplicaModificationsStatus.Enabled },
    };

    private readonly Twins _twins = new(Delays.Aws);

    [Fact]
    public void Tags_of_a_replica_go_back_and_no_further()
    {
        Both();
        Put();
        Tag(Twins.There, "a");
        Assert.Equal(ReplicationStatus.Pending, _twins.Head(Twins.There).ReplicationStatus);
        _twins.Later();
        Assert.Equal((1, 1), (_twins.Head(Twins.There).TagCount, _twins.Head(Shop.Bucket).TagCount));
        Tag(Shop.Bucket, "a", "b", "c");
        _twins.Later();
        Assert.Equal((3, 3), (_twins.Head(Twins.There).TagCount, _twins.Head(Shop.Bucket).TagCount));
        _twins.Far.Run(
            new DeleteObjectTagging(), new DeleteObjectTaggingRequest { Bucket = Twins.There, Key = "k" });
        _twins.Later();
        Assert.Null(_twins.Head(Shop.Bucket).TagCount);
        Assert.Equal(
            (ReplicationStatus.Completed, ReplicationStatus.Replica),
            (_twins.Head(Shop.Bucket).ReplicationStatus, _twins.Head(Twins.There).ReplicationStatus));
        Assert.Single(_twins.Shop.Versions().Versions!);
    }

    [Theory]
    [InlineData(Shop.Bucket)]
    [InlineData(Twins.There)]
    public void Both_buckets_have_to_want_it(string only)
    {
        _twins.Replicate(Shop.Bucket, Twins.Rule(Twins.There, only == Shop.Bucket ? Synced : null));
        _twins.Replicate(Twins.There, Twins.Rule(Shop.Bucket, only == Twins.There ? Synced : null));
        Put();
        Tag(Twins.There, "a");
        Assert.Equal(ReplicationStatus.Replica, _twins.Head(Twins.There).ReplicationStatus);
        _twins.Later();
        Assert.Null(_twins.Head(Shop.Bucket).TagCount);
    }

    // S3 user guide, "Amazon S3 replication failure reasons": DstVersionNotFound.
    [Fact]
    public void Where_its_source_is_gone_it_fails()
    {
        Both();
        var version = Put();
        _twins.Shop.Delete("k", version);
        Tag(Twins.There, "a");
        _twins.Later();
        Assert.Equal(ReplicationStatus.Failed, _twins.Head(Twins.There).ReplicationStatus);
        Assert.Empty(_twins.Shop.Versions().Versions!);
    }

    [Fact]
    public void Locks_go_both_ways_where_both_buckets_have_them()
    {
        Both();
        foreach (var bucket in (string[])[Shop.Bucket, Twins.There])
        {
            _twins.RigOf(bucket).Run(new PutObjectLockConfiguration(), new PutObjectLockConfigurationRequest
            {
                Bucket = bucket, ObjectLockConfiguration = new() { ObjectLockEnabled = ObjectLockEnabled.Enabled },
            });
        }

        Put();
        Hold(Twins.There, ObjectLockLegalHoldStatus.On);
        Assert.Equal(ObjectLockLegalHoldStatus.On, _twins.Head(Shop.Bucket).ObjectLockLegalHoldStatus);
        Hold(Shop.Bucket, ObjectLockLegalHoldStatus.Off);
        Assert.Equal(ObjectLockLegalHoldStatus.Off, _twins.Head(Twins.There).ObjectLockLegalHoldStatus);
        Retain(Twins.There, 20);
        // Compliance is not loosened, whichever change comes later.
        Retain(Shop.Bucket, 30, isLater: false);
        Retain(Twins.There, 25);
        foreach (var bucket in (string[])[Shop.Bucket, Twins.There])
            Assert.Equal(Rig.Start.AddDays(30), _twins.Head(bucket).ObjectLockRetainUntilDate);
    }

    [Fact]
    public void A_list_goes_back_and_stays_when_only_tags_change()
    {
        foreach (var bucket in (string[])[Shop.Bucket, Twins.There]) Open(bucket);
        Both();
        Put();
        _twins.Far.Run(new PutObjectAcl(), new PutObjectAclRequest
        {
            Bucket = Twins.There, Key = "k", ACL = ObjectCannedACL.PublicRead,
        });
        _twins.Later();
        Assert.Equal(2, Grants());
        _twins.Far.Run(new PutBucketOwnershipControls(), new PutBucketOwnershipControlsRequest
        {
            Bucket = Twins.There,
            OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.BucketOwnerEnforced }] },
        });
        Tag(Twins.There, "a");
        _twins.Later();
        Assert.Equal((2, 1), (Grants(), _twins.Head(Shop.Bucket).TagCount));

        int Grants() => _twins.Shop.Rig.Run(
            new GetObjectAcl(), new GetObjectAclRequest { Bucket = Shop.Bucket, Key = "k" }).Grants!.Count;
    }

    private void Both()
    {
        _twins.Replicate(Shop.Bucket, Twins.Rule(Twins.There, Synced));
        _twins.Replicate(Twins.There, Twins.Rule(Shop.Bucket, Synced));
    }

    private string? Put()
    {
        var version = _twins.Shop.Put("k", "x").VersionId;
        _twins.Later();
        return version;
    }

    private void Tag(string bucket, params string[] keys) => _twins.RigOf(bucket).Run(
        new PutObjectTagging(), new PutObjectTaggingRequest
        {
            Bucket = bucket, Key = "k",
            Tagging = new() { TagSet = [.. keys.Select(static key => new Tag { Key = key, Value = "" })] },
        });

    private void Hold(string bucket, ObjectLockLegalHoldStatus status)
    {
        _twins.RigOf(bucket).Run(new PutObjectLegalHold(), new PutObjectLegalHoldRequest
        {
            Bucket = bucket, Key = "k", LegalHold = new() { Status = status },
        });
        _twins.Later();
    }

    private void Retain(string bucket, int days, bool isLater = true)
    {
        _twins.RigOf(bucket).Run(new PutObjectRetention(), new PutObjectRetentionRequest
        {
            Bucket = bucket, Key = "k",
            Retention = new()
            {
                Mode = ObjectLockRetentionMode.Compliance, RetainUntilDate = Rig.Start.AddDays(days),
            },
        });
        if (isLater) _twins.Later();
    }

    private void Open(string bucket)
    {
        _twins.RigOf(bucket).Run(new PutBucketOwnershipControls(), new PutBucketOwnershipControlsRequest
        {
            Bucket = bucket,
            OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.ObjectWriter }] },
        });
        _twins.RigOf(bucket).Run(
            new DeletePublicAccessBlock(), new DeletePublicAccessBlockRequest { Bucket = bucket });
    }
}
