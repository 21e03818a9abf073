using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Following;
using Orrery.Services.S3.Operations.Fronts;
using Orrery.Services.S3.Operations.Locking;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>Sub-resources that nothing sets are told as AWS tells those that nobody set; public policies.</summary>
public sealed class UnsetTests
{
    private readonly Shop _shop = new();

    [Fact]
    public void What_was_never_set_is_missing_or_empty()
    {
        var rig = _shop.Rig;
        const string bucket = Shop.Bucket;
        Assert.Equal("NoSuchCORSConfiguration", rig.Refused(
            new GetBucketCors(), new GetBucketCorsRequest { Bucket = bucket }));
        Assert.Equal("NoSuchWebsiteConfiguration", rig.Refused(
            new GetBucketWebsite(), new GetBucketWebsiteRequest { Bucket = bucket }));
        Assert.Equal("ReplicationConfigurationNotFoundError", rig.Refused(
            new GetBucketReplication(), new GetBucketReplicationRequest { Bucket = bucket }));
        Assert.Equal("ObjectLockConfigurationNotFoundError", rig.Refused(
            new GetObjectLockConfiguration(), new GetObjectLockConfigurationRequest { Bucket = bucket }));
        Assert.Equal("NoSuchBucketPolicy", rig.Refused(
            new GetBucketPolicyStatus(), new GetBucketPolicyStatusRequest { Bucket = bucket }));
        Assert.Null(rig.Run(new GetBucketLogging(), new GetBucketLoggingRequest { Bucket = bucket }).LoggingEnabled);
        Assert.Null(rig.Run(
            new GetBucketAccelerateConfiguration(),
            new GetBucketAccelerateConfigurationRequest { Bucket = bucket }).Status);
        Assert.Null(rig.Run(
            new GetBucketNotificationConfiguration(),
            new GetBucketNotificationConfigurationRequest { Bucket = bucket }).QueueConfigurations);
        Assert.Equal(Payer.BucketOwner, rig.Run(
            new GetBucketRequestPayment(), new GetBucketRequestPaymentRequest { Bucket = bucket }).Payer);
        Assert.Equal("NoSuchBucket", rig.Refused(
            new GetBucketCors(), new GetBucketCorsRequest { Bucket = "none-here" }));
    }

    [Fact]
    public void The_owner_is_granted_everything()
    {
        _shop.Put("k", "x");
        var bucket = _shop.Rig.Run(new GetBucketAcl(), new GetBucketAclRequest { Bucket = Shop.Bucket });
        var one = _shop.Rig.Run(new GetObjectAcl(), new GetObjectAclRequest { Bucket = Shop.Bucket, Key = "k" });
        Assert.Equal(bucket.Owner!.ID, Assert.Single(one.Grants!).Grantee!.ID);
        Assert.Equal(Permission.FullControl, Assert.Single(bucket.Grants!).Permission);
    }

    // S3 user guide, "Blocking public access to your Amazon S3 storage", "The meaning of 'public'".
    [Fact]
    public void A_policy_that_allows_all_but_some_is_no_policy() =>
        Assert.Equal("MalformedPolicy", _shop.Rig.Refused(new PutBucketPolicy(), new PutBucketPolicyRequest
        {
            Bucket = Shop.Bucket,
            Policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","NotPrincipal":{"AWS":"123456789012"},
                 "Action":"s3:GetObject","Resource":"arn:aws:s3:::a-bucket/*"}]}
                """,
        }));

    [Theory]
    [InlineData("""{"Effect":"Allow","Principal":"*"}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":["123456789012","*"]}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":{"AWS":"123456789012"}}""", false)]
    [InlineData("""{"Effect":"Deny","Principal":"*"}""", false)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}""", false)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringLike":{"aws:SourceVpc":"vpc-*"}}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpc":"v"}}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.1"}}}""", false)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"0.0.0.0/0"}}}""", true)]
    [InlineData("""{"Effect":"Allow","Principal":"*","Condition":{"StringEquals":{"aws:UserAgent":"x"}}}""", true)]
    public void Public_policies_are_told_and_blocked(string statement, bool isPublic)
    {
        var whole = statement[..^1] + ""","Action":"s3:GetObject","Resource":"arn:aws:s3:::a-bucket/*"}""";
        var policy = $$"""{"Version":"2012-10-17","Statement":[{{whole}}]}""";
        var put = new PutBucketPolicyRequest { Bucket = Shop.Bucket, Policy = policy };
        if (isPublic) Assert.Equal("AccessDenied", _shop.Rig.Refused(new PutBucketPolicy(), put));
        _shop.Rig.Run(
            new DeletePublicAccessBlock(), new DeletePublicAccessBlockRequest { Bucket = Shop.Bucket });
        _shop.Rig.Run(new PutBucketPolicy(), put);
        var status = _shop.Rig.Run(
            new GetBucketPolicyStatus(), new GetBucketPolicyStatusRequest { Bucket = Shop.Bucket });
        Assert.Equal(isPublic, status.PolicyStatus!.IsPublic);
    }
}
