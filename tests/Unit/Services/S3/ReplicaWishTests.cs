using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// What rules of replication may want besides copies. Sources: S3 API Reference, Metrics, ReplicationTime,
/// AccessControlTranslation, SourceSelectionCriteria; crossplane-contrib/provider-aws issue 1117.
/// </summary>
public sealed class ReplicaWishTests
{
    private const string There = "a-replica";

    private static readonly ReplicationTime Time = new()
    {
        Status = ReplicationTimeStatus.Enabled, Time = new() { Minutes = 15 },
    };

    private static readonly Metrics Measured = new() { Status = MetricsStatus.Enabled };
    private static readonly Metrics Timed = Measured with { EventThreshold = new() { Minutes = 15 } };
    private static readonly AccessControlTranslation Theirs = new() { Owner = OwnerOverride.Destination };

    private readonly Shop _shop = new(versioned: true);

    public ReplicaWishTests()
    {
        _shop.Make(There);
        _shop.Rig.Run(new PutBucketVersioning(), new PutBucketVersioningRequest
        {
            Bucket = There, VersioningConfiguration = new() { Status = BucketVersioningStatus.Enabled },
        });
    }

    [Theory]
    [InlineData("metrics", null)]
    [InlineData("metrics with threshold", "InvalidArgument")]
    [InlineData("time alone", "InvalidRequest")]
    [InlineData("time with metrics off", "InvalidRequest")]
    [InlineData("time", null)]
    [InlineData("time without threshold", "InvalidArgument")]
    [InlineData("time of 20 minutes", "InvalidArgument")]
    [InlineData("owner", null)]
    [InlineData("owner without account", "InvalidRequest")]
    public void Metrics_time_control_and_owners_fit_together(string what, string? code)
    {
        var to = new Destination { Bucket = $"arn:aws:s3:::{There}" };
        Try(code, Rule(what switch
        {
            "metrics" => to with { Metrics = Measured },
            "metrics with threshold" => to with { Metrics = Timed },
            "time alone" => to with { ReplicationTime = Time },
            "time with metrics off" => to with
            {
                ReplicationTime = Time, Metrics = new() { Status = MetricsStatus.Disabled },
            },
            "time" => to with { ReplicationTime = Time, Metrics = Timed },
            "time without threshold" => to with { ReplicationTime = Time, Metrics = Measured },
            "time of 20 minutes" => to with
            {
                ReplicationTime = Time with { Time = new() { Minutes = 20 } }, Metrics = Timed,
            },
            "owner" => to with { AccessControlTranslation = Theirs, Account = "123456789012" },
            _ => to with { AccessControlTranslation = Theirs },
        }));
    }

    [Theory]
    [InlineData("none", "InvalidRequest")]
    [InlineData("what KMS encrypts", "InvalidRequest")]
    [InlineData("modifications", null)]
    [InlineData("neither", null)]
    public void What_is_chosen_at_the_source_is_not_empty_and_has_what_it_needs(string what, string? code)
    {
        SseKmsEncryptedObjects kms = new() { Status = SseKmsEncryptedObjectsStatus.Disabled };
        ReplicaModifications changes = new() { Status = ReplicaModificationsStatus.Disabled };
        Try(code, Rule(new() { Bucket = $"arn:aws:s3:::{There}" }) with
        {
            SourceSelectionCriteria = what switch
            {
                "none" => new(),
                "what KMS encrypts" => new()
                {
                    SseKmsEncryptedObjects = kms with { Status = SseKmsEncryptedObjectsStatus.Enabled },
                },
                "modifications" => new()
                {
                    ReplicaModifications = changes with { Status = ReplicaModificationsStatus.Enabled },
                },
                _ => new() { SseKmsEncryptedObjects = kms, ReplicaModifications = changes },
            },
        });
    }

    // S3 API Reference, SourceSelectionCriteria: without a filter, modifications are not allowed.
    [Fact]
    public void A_rule_of_the_first_version_syncs_no_modifications() =>
        Try("InvalidRequest", Rule(new() { Bucket = $"arn:aws:s3:::{There}" }) with
        {
            Filter = null, Prefix = "", Priority = null, DeleteMarkerReplication = null,
            SourceSelectionCriteria = new()
            {
                ReplicaModifications = new() { Status = ReplicaModificationsStatus.Enabled },
            },
        });

    private static ReplicationRule Rule(Destination to) => new()
    {
        ID = "r",
        Status = ReplicationRuleStatus.Enabled,
        Priority = 1,
        Filter = new() { Prefix = "" },
        DeleteMarkerReplication = new() { Status = DeleteMarkerReplicationStatus.Disabled },
        Destination = to,
    };

    private void Try(string? code, ReplicationRule rule)
    {
        var request = new PutBucketReplicationRequest
        {
            Bucket = Shop.Bucket,
            ReplicationConfiguration = new() { Role = "arn:aws:iam::123456789012:role/replicates", Rules = [rule] },
        };
        if (code is not null)
        {
            Assert.Equal(code, _shop.Rig.Refused(new PutBucketReplication(), request));
            return;
        }

        _shop.Rig.Run(new PutBucketReplication(), request);
        Assert.Equal(rule.Destination, _shop.Rig.Run(
            new GetBucketReplication(), new GetBucketReplicationRequest { Bucket = Shop.Bucket })
            .ReplicationConfiguration!.Rules![0].Destination);
        _shop.Put("k", "x");
        Assert.Equal(ReplicationStatus.Completed, _shop.Read("k").ReplicationStatus);
    }
}
