using Orrery.Kernel.Calls;
using Orrery.Services.Iam.Operations.Roles;
using Orrery.Services.Kms.Operations.Keys;
using Orrery.Services.Kms.Operations.Policies;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Replication of what KMS encrypts. Source: S3 user guide, "Replicating encrypted objects".</summary>
public sealed class SealedReplicaTests
{
    private static readonly SourceSelectionCriteria Sealed = new()
    {
        SseKmsEncryptedObjects = new() { Status = SseKmsEncryptedObjectsStatus.Enabled },
    };

    private readonly Twins _twins = new(Delays.Aws);

    [Theory]
    [InlineData(true, ServerSideEncryption.AwsKms)]
    [InlineData(false, ServerSideEncryption.AwsKmsDsse)]
    public void A_replica_is_encrypted_alike_under_the_key_of_the_rule(bool bucketKey, ServerSideEncryption kind)
    {
        var (mine, theirs) = (NewKey(_twins.Shop.Rig), NewKey(_twins.Far));
        Replicate(ArnOf("eu-central-1", theirs));
        var put = Put(mine, request => request with
        {
            ServerSideEncryption = kind,
            BucketKeyEnabled = bucketKey ? true : null,
            SSEKMSEncryptionContext = Convert.ToBase64String("""{"team":"red"}"""u8),
        });
        Assert.Equal(ReplicationStatus.Pending, _twins.Head(Shop.Bucket).ReplicationStatus);
        _twins.Later();
        Assert.Equal(ReplicationStatus.Completed, _twins.Head(Shop.Bucket).ReplicationStatus);
        var replica = _twins.Head(Twins.There);
        Assert.Equal(ReplicationStatus.Replica, replica.ReplicationStatus);
        Assert.Equal((kind, ArnOf("eu-central-1", theirs)), (replica.ServerSideEncryption, replica.SSEKMSKeyId));
        Assert.Equal((bucketKey ? true : null, put.VersionId), (replica.BucketKeyEnabled, replica.VersionId));
        // It has let go of its source's key.
        _twins.Shop.Rig.Run(new DisableKey(), new() { KeyId = mine });
        Assert.Equal(1, Get().ContentLength);
        _twins.Far.Run(new DisableKey(), new() { KeyId = theirs });
        Assert.Equal("KMS.DisabledException", Rig.Refusal(Get));
    }

    [Fact]
    public void Without_its_own_word_of_a_rule_it_is_left_out()
    {
        _twins.Replicate(Shop.Bucket, Twins.Rule(Twins.There));
        Put(NewKey(_twins.Shop.Rig));
        _twins.Later();
        Assert.Null(_twins.Head(Shop.Bucket).ReplicationStatus);
        Assert.Equal("NoSuchKey", Rig.Refusal(() => _twins.Head(Twins.There)));
    }

    // The user guide: a key that cannot be used is no error of the configuration, replication fails.
    [Theory]
    [InlineData("source off")]
    [InlineData("replica off")]
    [InlineData("none")]
    [InlineData("elsewhere")]
    public void Where_KMS_refuses_it_fails(string what)
    {
        var (mine, theirs) = (NewKey(_twins.Shop.Rig), NewKey(_twins.Far));
        Replicate(what switch
        {
            "none" => ArnOf("eu-central-1", "alias/none"),
            "elsewhere" => ArnOf("eu-west-1", mine),
            _ => ArnOf("eu-central-1", theirs),
        });
        Put(mine);
        if (what == "source off") _twins.Shop.Rig.Run(new DisableKey(), new() { KeyId = mine });
        if (what == "replica off") _twins.Far.Run(new DisableKey(), new() { KeyId = theirs });
        _twins.Later();
        Assert.Equal(ReplicationStatus.Failed, _twins.Head(Shop.Bucket).ReplicationStatus);
        Assert.Equal("NoSuchKey", Rig.Refusal(() => _twins.Head(Twins.There)));
    }

    // The user guide, "Granting additional permissions for the IAM role": the one for the source, the other for the
    // replica. What failed stays so; what is put after is replicated again.
    [Theory]
    [InlineData("kms:Encrypt")]
    [InlineData("kms:Decrypt", "kms:GenerateDataKey")]
    public void The_role_needs_Decrypt_for_the_one_key_and_Encrypt_for_the_other(params string[] actions)
    {
        Replicate(ArnOf("eu-central-1", NewKey(_twins.Far)));
        var mine = NewKey(_twins.Shop.Rig);
        _twins.May(actions);
        Put(mine);
        _twins.Later();
        Assert.Equal(ReplicationStatus.Failed, _twins.Head(Shop.Bucket).ReplicationStatus);
        Assert.Equal("NoSuchKey", Rig.Refusal(() => _twins.Head(Twins.There)));
        _twins.May("kms:Decrypt", "kms:Encrypt");
        _twins.Later();
        Assert.Equal(ReplicationStatus.Failed, _twins.Head(Shop.Bucket).ReplicationStatus);
        Put(mine);
        _twins.Later();
        Assert.Equal(ReplicationStatus.Completed, _twins.Head(Shop.Bucket).ReplicationStatus);
        Assert.Equal(ReplicationStatus.Replica, _twins.Head(Twins.There).ReplicationStatus);
    }

    [Fact]
    public void Without_its_role_it_fails_and_with_it_goes_on()
    {
        Replicate(ArnOf("eu-central-1", NewKey(_twins.Far)));
        var mine = NewKey(_twins.Shop.Rig);
        _twins.Shop.Rig.Run(new UpdateAssumeRolePolicy(), new()
        {
            RoleName = "replicates", PolicyDocument = Trust("ec2.amazonaws.com"),
        });
        Put(mine);
        _twins.Later();
        Assert.Equal(ReplicationStatus.Failed, _twins.Head(Shop.Bucket).ReplicationStatus);
        _twins.Shop.Rig.Run(new UpdateAssumeRolePolicy(), new()
        {
            RoleName = "replicates", PolicyDocument = Trust("s3.amazonaws.com"),
        });
        Put(mine);
        _twins.Later();
        Assert.Equal(ReplicationStatus.Completed, _twins.Head(Shop.Bucket).ReplicationStatus);
    }

    [Fact]
    public void Policies_of_the_keys_may_ask_who_replicates_what_through_S3()
    {
        var (mine, theirs) = (NewKey(_twins.Shop.Rig), NewKey(_twins.Far));
        Replicate(ArnOf("eu-central-1", theirs));
        _twins.May("orrery:Nothing");
        Let(_twins.Shop.Rig, mine, "kms:Decrypt", "eu-west-1", $"arn:aws:s3:::{Shop.Bucket}/k");
        Let(_twins.Far, theirs, "kms:Encrypt", "eu-central-1", $"arn:aws:s3:::{Twins.There}/other");
        Put(mine);
        _twins.Later();
        Assert.Equal(ReplicationStatus.Failed, _twins.Head(Shop.Bucket).ReplicationStatus);
        Let(_twins.Far, theirs, "kms:Encrypt", "eu-central-1", $"arn:aws:s3:::{Twins.There}/k");
        Put(mine);
        _twins.Later();
        Assert.Equal(ReplicationStatus.Completed, _twins.Head(Shop.Bucket).ReplicationStatus);
    }

    [Fact]
    public void Changed_tags_follow_without_a_key()
    {
        var (mine, theirs) = (NewKey(_twins.Shop.Rig), NewKey(_twins.Far));
        Replicate(ArnOf("eu-central-1", theirs));
        Put(mine);
        _twins.Later();
        _twins.Shop.Rig.Run(new DisableKey(), new() { KeyId = mine });
        _twins.Shop.Rig.Run(new PutObjectTagging(), new PutObjectTaggingRequest
        {
            Bucket = Shop.Bucket, Key = "k", Tagging = new() { TagSet = [new() { Key = "a", Value = "b" }] },
        });
        _twins.Later();
        Assert.Equal(1, _twins.Head(Twins.There).TagCount);
        Assert.Equal(ReplicationStatus.Completed, _twins.Head(Shop.Bucket).ReplicationStatus);
    }

    // The texts are AWS's, as users of terraform report them.
    [Theory]
    [InlineData(false, "key", "InvalidRequest")]
    [InlineData(true, null, "InvalidRequest")]
    [InlineData(true, "alias/plain", "InvalidArgument")]
    [InlineData(true, "key", null)]
    public void A_key_and_what_it_is_for_go_together(bool isChosen, string? key, string? code)
    {
        var arn = key == "key" ? ArnOf("eu-central-1", NewKey(_twins.Far)) : key;
        var rule = Twins.Rule(Twins.There, isChosen ? Sealed : null);
        if (arn is not null) rule = rule with
        {
            Destination = rule.Destination! with { EncryptionConfiguration = new() { ReplicaKmsKeyID = arn } },
        };
        if (code is not null)
        {
            Assert.Equal(code, Rig.Refusal(() =>
            {
                _twins.Replicate(Shop.Bucket, rule);
                return null;
            }));
            return;
        }

        _twins.Replicate(Shop.Bucket, rule);
        var told = _twins.Shop.Rig.Run(
            new GetBucketReplication(), new GetBucketReplicationRequest { Bucket = Shop.Bucket })
            .ReplicationConfiguration!.Rules![0];
        Assert.Equal(arn, told.Destination!.EncryptionConfiguration!.ReplicaKmsKeyID);
        Assert.Equal(
            SseKmsEncryptedObjectsStatus.Enabled, told.SourceSelectionCriteria!.SseKmsEncryptedObjects!.Status);
    }

    private static string Trust(string service) => $$"""
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole",
         "Principal":{"Service":"{{service}}"} }]}
        """;

    private static void Let(Rig rig, string key, string action, string region, string arn) => rig.Run(
        new PutKeyPolicy(), new()
        {
            KeyId = key,
            Policy = $$"""
                {"Version":"2012-10-17","Statement":[
                 {"Effect":"Allow","Action":"kms:*","Resource":"*",
                  "Principal":{"AWS":"arn:aws:iam::123456789012:root"} },
                 {"Effect":"Allow","Action":"{{action}}","Resource":"*","Principal":{"AWS":"{{Twins.Role}}"},
                  "Condition":{"StringEquals":{"kms:ViaService":"s3.{{region}}.amazonaws.com",
                   "kms:EncryptionContext:aws:s3:arn":"{{arn}}"} } }]}
                """,
        });

    private PutObjectResult Put(string key, Func<PutObjectRequest, PutObjectRequest>? with = null) =>
        _twins.Shop.Put("k", "x", request =>
        {
            request = request with { ServerSideEncryption = ServerSideEncryption.AwsKms, SSEKMSKeyId = key };
            return with?.Invoke(request) ?? request;
        });

    private GetObjectResult Get() => _twins.Far.Run(
        new GetObject(), new GetObjectRequest { Bucket = Twins.There, Key = "k" });

    private void Replicate(string key)
    {
        var rule = Twins.Rule(Twins.There, Sealed);
        _twins.Replicate(Shop.Bucket, rule with
        {
            Destination = rule.Destination! with { EncryptionConfiguration = new() { ReplicaKmsKeyID = key } },
        });
    }

    private static string NewKey(Rig rig) => rig.Run(new CreateKey(), new()).KeyMetadata!.KeyId!;

    private static string ArnOf(string region, string key) =>
        $"arn:aws:kms:{region}:123456789012:{(key.Contains('/') ? key : $"key/{key}")}";
}
