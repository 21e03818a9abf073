using Orrery.Contracts.Identity;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Tests.Unit.Authorization.Support;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Authorization;

/// <summary>
/// Actions by what a request says, and condition keys of S3. Sources: Service Authorization Reference, "Actions,
/// resources, and condition keys for Amazon S3"; S3 user guide, "Bucket policy examples using condition keys".
/// </summary>
public sealed class StoreConditionTests
{
    private static readonly ListObjectsV2Request Listing = new() { Bucket = StoreRig.Bucket };
    private static readonly PutObjectRequest Putting = new() { Bucket = StoreRig.Bucket, Key = "new" };

    [Theory]
    [InlineData("GetObject", "s3:GetObjectVersion")]
    [InlineData("GetObjectAcl", "s3:GetObjectVersionAcl")]
    [InlineData("GetObjectTagging", "s3:GetObjectVersionTagging")]
    [InlineData("DeleteObject", "s3:DeleteObjectVersion")]
    [InlineData("DeleteObjectTagging", "s3:DeleteObjectVersionTagging")]
    [InlineData("PutObjectAcl", "s3:PutObjectVersionAcl")]
    [InlineData("PutObjectTagging", "s3:PutObjectVersionTagging")]
    public void A_version_is_asked_for_by_actions_of_its_own(string operation, string action)
    {
        var rig = GuardRig.New();
        var plain = rig.User("plain", GuardRig.Allow($"s3:{operation}"));
        var versions = rig.User("versions", GuardRig.Allow(action));
        Assert.True(rig.May(plain, "s3", operation, Of(null)));
        Assert.False(rig.May(plain, "s3", operation, Of("v")));
        Assert.False(rig.May(versions, "s3", operation, Of(null)));
        Assert.True(rig.May(versions, "s3", operation, Of("v")));

        Orrery.Wire.Schema.IShape Of(string? version) => operation switch
        {
            "GetObject" => new GetObjectRequest { Bucket = "b", Key = "k", VersionId = version },
            "GetObjectAcl" => new GetObjectAclRequest { Bucket = "b", Key = "k", VersionId = version },
            "GetObjectTagging" => new GetObjectTaggingRequest { Bucket = "b", Key = "k", VersionId = version },
            "DeleteObject" => new DeleteObjectRequest { Bucket = "b", Key = "k", VersionId = version },
            "DeleteObjectTagging" => new DeleteObjectTaggingRequest { Bucket = "b", Key = "k", VersionId = version },
            "PutObjectAcl" => new PutObjectAclRequest { Bucket = "b", Key = "k", VersionId = version },
            _ => new PutObjectTaggingRequest { Bucket = "b", Key = "k", VersionId = version },
        };
    }

    [Fact]
    public void Writing_with_tags_or_a_list_needs_more_permissions()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", GuardRig.Allow("s3:PutObject"));
        Assert.True(rig.May(ann, "s3", "PutObject", Putting));
        Assert.False(rig.May(ann, "s3", "PutObject", Putting with { Tagging = "a=b" }));
        Assert.False(rig.May(ann, "s3", "PutObject", Putting with { ACL = ObjectCannedACL.Private }));
        rig.Put("ann", string.Join(',', new[] { "PutObject", "PutObjectTagging", "PutObjectAcl" }
            .Select(static action => GuardRig.Allow("s3:" + action))));
        Assert.True(rig.May(
            ann, "s3", "PutObject", Putting with { Tagging = "a=b", ACL = ObjectCannedACL.Private }));
    }

    [Theory]
    [InlineData("StringEquals", "s3:prefix", "home/", true)]
    [InlineData("StringEquals", "s3:prefix", "other/", false)]
    [InlineData("StringLike", "s3:prefix", "ho*", true)]
    [InlineData("StringEquals", "s3:delimiter", "/", true)]
    [InlineData("NumericLessThanEquals", "s3:max-keys", "10", true)]
    [InlineData("NumericLessThanEquals", "s3:max-keys", "9", false)]
    [InlineData("StringEquals", "s3:authType", "REST-HEADER", false)]
    [InlineData("StringEquals", "s3:signatureversion", "AWS4-HMAC-SHA256", true)]
    [InlineData("Bool", "aws:SecureTransport", "true", false)]
    [InlineData("Null", "aws:SourceVpce", "true", true)]
    public void Listing_is_held_to_conditions(string test, string key, string value, bool may)
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", Allowed("s3:ListBucket", test, key, value));
        var request = Listing with { Prefix = "home/", Delimiter = "/", MaxKeys = 10 };
        Assert.Equal(may, rig.May(ann, "s3", "ListObjectsV2", request));
    }

    [Theory]
    [InlineData("s3:x-amz-server-side-encryption", "aws:kms", true)]
    [InlineData("s3:x-amz-server-side-encryption", "AES256", false)]
    [InlineData("s3:x-amz-storage-class", "STANDARD_IA", true)]
    [InlineData("s3:x-amz-acl", "bucket-owner-full-control", true)]
    [InlineData("s3:x-amz-acl", "public-read", false)]
    [InlineData("s3:RequestObjectTag/team", "red", true)]
    [InlineData("s3:RequestObjectTag/team", "blue", false)]
    [InlineData("s3:x-amz-website-redirect-location", "/x", false)]
    [InlineData("s3:object-lock-mode", "GOVERNANCE", false)]
    public void Writing_is_held_to_conditions(string key, string value, bool may)
    {
        var rig = GuardRig.New();
        var ann = rig.User(
            "ann",
            Allowed("s3:PutObject", "StringEquals", key, value) + ","
            + GuardRig.Allow("s3:PutObjectAcl") + "," + GuardRig.Allow("s3:PutObjectTagging"));
        Assert.Equal(may, rig.May(ann, "s3", "PutObject", Putting with
        {
            ServerSideEncryption = ServerSideEncryption.AwsKms,
            StorageClass = StorageClass.StandardIa,
            ACL = ObjectCannedACL.BucketOwnerFullControl,
            Tagging = "team=red&x=y",
        }));
    }

    [Fact]
    public void Reading_is_held_to_the_tags_and_the_version_of_what_is_there()
    {
        var rig = new StoreRig();
        rig.Put(StoreRig.Root, "secret", request => request with { Tagging = "class=secret" });
        rig.Policy(
            StoreRig.Statement("Allow", "\"*\"", "s3:GetObject*") + "," + StoreRig.Statement(
                "Deny", "\"*\"", "s3:GetObject*",
                ""","Condition":{"StringEquals":{"s3:ExistingObjectTag/class":"secret"}}""") + ","
            + StoreRig.Statement(
                "Deny", "\"*\"", "s3:GetObjectVersion",
                ""","Condition":{"StringNotEquals":{"s3:VersionId":"null"}}"""));
        Assert.Null(rig.Get(StoreRig.Nobody));
        Assert.Equal("AccessDenied", rig.Get(StoreRig.Nobody, "secret"));
        Assert.Null(rig.Get(StoreRig.Nobody, "k", "null"));
        Assert.Equal("AccessDenied", rig.Get(StoreRig.Nobody, "k", new string('0', 32)));
    }

    [Fact]
    public void Only_within_the_account_a_refusal_gives_its_reasons()
    {
        var rig = new StoreRig();
        var get = new GetObjectRequest { Bucket = StoreRig.Bucket, Key = "k" };
        Assert.Contains(
            "no identity-based policy allows the s3:GetObject action",
            rig.Guard.Refusal(rig.Who("user"), "s3", "GetObject", get)!.Message);
        Assert.Equal("Access Denied", rig.Guard.Refusal(StoreRig.OtherRoot, "s3", "GetObject", get)!.Message);
        Assert.Equal("Access Denied", rig.Guard.Refusal(StoreRig.Nobody, "s3", "GetObject", get)!.Message);
        Assert.NotNull(rig.Guard.Refusal(StoreRig.Nobody, "s3", "GetObject", get)!.Decision);
    }

    [Fact]
    public void Nobody_is_told_of_buckets_that_are_not_there_and_makes_none()
    {
        var rig = new StoreRig();
        Assert.Equal("NoSuchBucket", rig.Guard.Code(
            StoreRig.Nobody, new GetObject(), new GetObjectRequest { Bucket = "none-such", Key = "k" }));
        Assert.Equal(
            "AccessDenied", rig.Guard.Code(StoreRig.Nobody, new ListBuckets(), new ListBucketsRequest()));
    }

    // S3 user guide, "Using server-side encryption with AWS KMS keys": whoever writes needs kms:GenerateDataKey,
    // whoever reads kms:Decrypt.
    [Fact]
    public void What_KMS_denies_S3_denies()
    {
        var rig = new StoreRig();
        var key = rig.Guard.Rig.Run(new Orrery.Services.Kms.Operations.Keys.CreateKey(), new()).KeyMetadata!.KeyId!;
        var able = rig.Who("user with s3:*");
        var refusal = Assert.Throws<Orrery.Core.ServiceException>(() => Put(able));
        Assert.Equal("AccessDenied", refusal.Code);
        Assert.Contains("kms:GenerateDataKey", refusal.Message);
        Put(StoreRig.Root);
        Assert.Equal("AccessDenied", rig.Get(able, "kept"));
        rig.Guard.Put("able", GuardRig.Allow("s3:*") + "," + GuardRig.Allow("kms:Decrypt"));
        Assert.Null(rig.Get(able, "kept"));

        void Put(Orrery.Kernel.Calls.Caller who) => rig.Put(who, "kept", request => request with
        {
            ServerSideEncryption = ServerSideEncryption.AwsKms, SSEKMSKeyId = key,
        });
    }

    // S3 API Reference, GetBucketPolicy: 405 for who is not of the owner's account.
    [Fact]
    public void Policies_are_for_the_account_of_the_bucket_alone()
    {
        var rig = new StoreRig();
        rig.Policy(StoreRig.Statement("Allow", "\"*\"", "s3:*"));
        var ask = new GetBucketPolicyRequest { Bucket = StoreRig.Bucket };
        Assert.Equal("MethodNotAllowed", rig.Guard.Code(StoreRig.OtherRoot, new GetBucketPolicy(), ask));
        Assert.Null(rig.Guard.Code(StoreRig.Root, new GetBucketPolicy(), ask));
    }

    [Fact]
    public void Lists_of_buckets_let_list_and_write()
    {
        var rig = new StoreRig(ObjectOwnership.ObjectWriter);
        rig.Guard.Rig.Run(new PutBucketAcl(), new PutBucketAclRequest
        {
            Bucket = StoreRig.Bucket,
            GrantRead = "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"",
            GrantWrite = $"id={CanonicalUser.IdOf(StoreRig.Other)}",
        });
        Assert.True(rig.Guard.May(StoreRig.Nobody, "s3", "ListObjectsV2", Listing));
        Assert.False(rig.Guard.May(StoreRig.Nobody, "s3", "PutObject", Putting));
        Assert.True(rig.Guard.May(StoreRig.OtherRoot, "s3", "PutObject", Putting));
        Assert.False(rig.Guard.May(
            StoreRig.OtherRoot, "s3", "GetBucketAcl", new GetBucketAclRequest { Bucket = StoreRig.Bucket }));
    }

    // S3 API Reference, "Amazon S3 Signature Version 4 authentication specific policy keys": in milliseconds.
    [Theory]
    [InlineData(0, true)]
    [InlineData(599, true)]
    [InlineData(601, false)]
    [InlineData(-30, true)]
    public void A_signature_may_be_too_old(int seconds, bool may)
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", Allowed("s3:ListBucket", "NumericLessThanEquals", "s3:signatureAge", "600000"));
        var at = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        const string Scope = "AKIAEXAMPLE%2F20260501%2Feu-west-1%2Fs3%2Faws4_request";
        rig.Wire = new()
        {
            Method = "GET",
            RawPath = "/shop",
            RawQuery = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Scope}&X-Amz-Date=20260501T120000Z"
                + "&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&X-Amz-Signature=00",
            Headers = new() { { "Host", "s3.localhost" } },
            ReceivedAt = at.AddSeconds(seconds),
        };
        Assert.Equal(may, rig.May(ann, "s3", "ListObjectsV2", Listing));
    }

    [Fact]
    public void Whoever_does_not_say_when_they_signed_has_no_age()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", Allowed("s3:ListBucket", "Null", "s3:signatureAge", "true"));
        Assert.True(rig.May(ann, "s3", "ListObjectsV2", Listing));
        rig.Wire = new()
        {
            Method = "GET", RawPath = "/shop", RawQuery = "AWSAccessKeyId=AKIAEXAMPLE&Expires=1800000000&Signature=x",
            Headers = new(), ReceivedAt = DateTimeOffset.FromUnixTimeSeconds(1790000000),
        };
        Assert.True(rig.May(ann, "s3", "ListObjectsV2", Listing));
    }

    // S3 user guide, "Enforce conditional writes on Amazon S3 buckets", example 1.
    [Fact]
    public void Conditional_writes_spare_the_parts_of_an_upload()
    {
        var rig = GuardRig.New();
        var ann = rig.User(
            "ann",
            Allowed("s3:PutObject", "Null", "s3:if-none-match", "false") + ","
            + Allowed("s3:PutObject", "Bool", "s3:ObjectCreationOperation", "false"));
        Assert.False(rig.May(ann, "s3", "PutObject", Putting));
        Assert.True(rig.May(ann, "s3", "PutObject", Putting with { IfNoneMatch = "*" }));
        Assert.True(rig.May(ann, "s3", "CreateMultipartUpload", new CreateMultipartUploadRequest
        {
            Bucket = StoreRig.Bucket, Key = "new",
        }));
        Assert.False(rig.May(ann, "s3", "CompleteMultipartUpload", new CompleteMultipartUploadRequest
        {
            Bucket = StoreRig.Bucket, Key = "new", UploadId = "u",
        }));
    }

    [Fact]
    public void The_fields_of_inventories_can_be_prescribed()
    {
        var rig = GuardRig.New();
        var ann = rig.User("ann", Allowed(
            "s3:PutInventoryConfiguration", "ForAllValues:StringEquals", "s3:InventoryAccessibleOptionalFields",
            "Size"));
        bool May(params InventoryOptionalField[] fields) => rig.May(
            ann, "s3", "PutBucketInventoryConfiguration", new PutBucketInventoryConfigurationRequest
            {
                Bucket = StoreRig.Bucket, Id = "i", InventoryConfiguration = new() { OptionalFields = fields },
            });
        Assert.True(May(InventoryOptionalField.Size));
        Assert.False(May(InventoryOptionalField.Size, InventoryOptionalField.ETag));
    }

    private static string Allowed(string action, string test, string key, string value) =>
        $$$"""
        {"Effect":"Allow","Action":"{{{action}}}","Resource":"*",
         "Condition":{"{{{test}}}":{"{{{key}}}":"{{{value}}}"} } }
        """;
}
