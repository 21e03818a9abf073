using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.Listing;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Replication. Source: S3 user guide, "What is and is not replicated".</summary>
public sealed class ReplicaTests
{
    private const string There = "a-replica";

    private readonly Shop _shop = new(versioned: true);

    public ReplicaTests()
    {
        var rig = _shop.Rig.In("eu-central-1");
        rig.Run(new CreateBucket(), new CreateBucketRequest
        {
            Bucket = There,
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuCentral1 },
        });
        rig.Run(new PutBucketVersioning(), new PutBucketVersioningRequest
        {
            Bucket = There, VersioningConfiguration = new() { Status = BucketVersioningStatus.Enabled },
        });
    }

    [Fact]
    public void A_replica_has_the_id_the_bytes_and_the_tags_of_its_source()
    {
        _shop.Put("before", "x");
        Replicate(Rule());
        var put = _shop.Put("k", "hello", static request => request with { Tagging = "a=b" });
        Assert.Equal(ReplicationStatus.Completed, _shop.Read("k").ReplicationStatus);
        var replica = Head("k");
        Assert.Equal(ReplicationStatus.Replica, replica.ReplicationStatus);
        Assert.Equal((put.VersionId, put.ETag, 5L), (replica.VersionId, replica.ETag, replica.ContentLength));
        Assert.Equal(1, replica.TagCount);
        Assert.Equal("NoSuchKey", Rig.Refusal(() => Head("before")));
        Assert.Null(_shop.Read("before").ReplicationStatus);
        _shop.Delete("k", put.VersionId);
        Assert.Equal(put.VersionId, Head("k").VersionId);
    }

    [Fact]
    public void Changed_tags_follow()
    {
        Replicate(Rule());
        _shop.Put("k", "x");
        _shop.Rig.Run(new PutObjectTagging(), new PutObjectTaggingRequest
        {
            Bucket = Shop.Bucket, Key = "k", Tagging = new() { TagSet = [new() { Key = "a", Value = "b" }] },
        });
        Assert.Equal(1, Head("k").TagCount);
    }

    [Theory]
    [InlineData(DeleteMarkerReplicationStatus.Enabled, 1)]
    [InlineData(DeleteMarkerReplicationStatus.Disabled, 0)]
    public void Delete_markers_follow_where_the_rule_says_so(DeleteMarkerReplicationStatus status, int markers)
    {
        Replicate(Rule() with { DeleteMarkerReplication = new() { Status = status } });
        _shop.Put("k", "x");
        _shop.Delete("k");
        Assert.Equal(markers, Listing().DeleteMarkers?.Count ?? 0);
        Assert.Single(Listing().Versions!);
    }

    [Fact]
    public void The_rule_of_the_highest_priority_counts_and_filters_choose()
    {
        Replicate(
            Rule() with { ID = "all", Filter = new() { Prefix = "in/" } },
            Rule() with
            {
                ID = "cold",
                Priority = 2,
                Filter = new() { And = new() { Prefix = "in/", Tags = [new() { Key = "t", Value = "cold" }] } },
                Destination = new() { Bucket = $"arn:aws:s3:::{There}", StorageClass = StorageClass.StandardIa },
            });
        _shop.Put("in/1", "x");
        _shop.Put("in/2", "x", static request => request with { Tagging = "t=cold" });
        _shop.Put("out", "x");
        Assert.Null(Head("in/1").StorageClass);
        Assert.Equal(StorageClass.StandardIa, Head("in/2").StorageClass);
        Assert.Equal("NoSuchKey", Rig.Refusal(() => Head("out")));
    }

    [Fact]
    public void Without_its_bucket_replication_fails_and_says_so()
    {
        Replicate(Rule());
        _shop.Rig.In("eu-central-1").Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = There });
        _shop.Put("k", "x");
        Assert.Equal(ReplicationStatus.Failed, _shop.Read("k").ReplicationStatus);
    }

    [Fact]
    public void Configurations_that_cannot_be_are_refused()
    {
        Assert.Equal("InvalidRequest", Refused(Rule() with { Destination = new() { Bucket = "arn:aws:s3:::none" } }));
        Assert.Equal("InvalidArgument", Refused(Rule() with { Destination = new() { Bucket = There } }));
        Assert.Equal("InvalidArgument", Rig.Refusal(() =>
        {
            Replicate("arn:aws:iam::123456789012:user/replicates", Rule());
            return null;
        }));
        Assert.Equal("InvalidRequest", Refused(Rule() with { Priority = null }));
        Assert.Equal("InvalidRequest", Refused(Rule(), Rule() with { ID = "two" }));
        Assert.Equal("NotImplemented", Refused(Rule() with
        {
            ExistingObjectReplication = new() { Status = ExistingObjectReplicationStatus.Enabled },
        }));
        _shop.Make("plain");
        Assert.Equal("InvalidRequest", Refused(Rule() with { Destination = new() { Bucket = "arn:aws:s3:::plain" } }));
        Replicate(Rule());
        Assert.Equal("r", _shop.Rig.Run(
            new GetBucketReplication(), new GetBucketReplicationRequest { Bucket = Shop.Bucket })
            .ReplicationConfiguration!.Rules![0].ID);
        Assert.Equal("InvalidBucketState", Rig.Refusal(() =>
        {
            _shop.Version(BucketVersioningStatus.Suspended);
            return null;
        }));
        _shop.Rig.Run(new DeleteBucketReplication(), new DeleteBucketReplicationRequest { Bucket = Shop.Bucket });
        _shop.Put("k", "x");
        Assert.Empty(Listing().Versions!);

        string Refused(params ReplicationRule[] rules) => Rig.Refusal(() =>
        {
            Replicate(rules);
            return null;
        });
    }

    [Fact]
    public void A_bucket_of_another_account_than_was_said_gets_nothing()
    {
        Replicate(Rule() with { Destination = Rule().Destination! with { Account = "210987654321" } });
        _shop.Put("k", "x");
        Assert.Equal(ReplicationStatus.Failed, _shop.Read("k").ReplicationStatus);
        Assert.Equal("NoSuchKey", Rig.Refusal(() => Head("k")));
    }

    private static ReplicationRule Rule() => new()
    {
        ID = "r",
        Status = ReplicationRuleStatus.Enabled,
        Priority = 1,
        Filter = new() { Prefix = "" },
        DeleteMarkerReplication = new() { Status = DeleteMarkerReplicationStatus.Disabled },
        Destination = new() { Bucket = $"arn:aws:s3:::{There}" },
    };

    private void Replicate(params ReplicationRule[] rules) =>
        Replicate("arn:aws:iam::123456789012:role/replicates", rules);

    private void Replicate(string role, params ReplicationRule[] rules) => _shop.Rig.Run(
        new PutBucketReplication(),
        new PutBucketReplicationRequest
        {
            Bucket = Shop.Bucket, ReplicationConfiguration = new() { Role = role, Rules = rules },
        });

    private HeadObjectResult Head(string key)
    {
        _shop.Rig.Advance(TimeSpan.FromMinutes(1));
        return _shop.Rig.In("eu-central-1").Run(
            new HeadObject(), new HeadObjectRequest { Bucket = There, Key = key });
    }

    private ListObjectVersionsResult Listing()
    {
        _shop.Rig.Advance(TimeSpan.FromMinutes(1));
        return _shop.Rig.In("eu-central-1").Run(
            new ListObjectVersions(), new ListObjectVersionsRequest { Bucket = There });
    }
}
