using Orrery.Services.S3.Operations.Buckets;
using Orrery.Wire.Generated.S3;

namespace Orrery.Tests.Unit.Services.S3;

public sealed class BucketTests
{
    private const string Name = Shop.Bucket;
    private readonly Shop _shop = new();

    // S3 user guide, "General purpose bucket naming rules".
    [Theory]
    [InlineData("ab")]
    [InlineData("Upper")]
    [InlineData("under_score")]
    [InlineData("-begins")]
    [InlineData("ends-")]
    [InlineData("two..dots")]
    [InlineData("192.168.5.4")]
    [InlineData("xn--a")]
    [InlineData("a-s3alias")]
    public void Bad_names_are_refused(string name) =>
        Assert.Equal("InvalidBucketName", Rig.Refusal(() => { _shop.Make(name); return null; }));

    [Fact]
    public void A_name_is_given_once()
    {
        Assert.Equal("BucketAlreadyOwnedByYou", Rig.Refusal(() => { _shop.Make(Name); return null; }));
        var other = _shop.Rig.In("us-east-1", "210987654321");
        var request = new CreateBucketRequest { Bucket = Name };
        Assert.Equal("BucketAlreadyExists", other.Refused(new CreateBucket(), request));
        Assert.Equal("AccessDenied", other.Refused(new HeadBucket(), new HeadBucketRequest { Bucket = Name }));
    }

    [Fact]
    public void A_bucket_is_found_in_its_region_only()
    {
        var head = _shop.Rig.Run(new HeadBucket(), new HeadBucketRequest { Bucket = Name });
        Assert.Equal("eu-west-1", head.BucketRegion);
        var elsewhere = _shop.Rig.In("us-west-2");
        Assert.Equal("PermanentRedirect", elsewhere.Refused(new HeadBucket(), new HeadBucketRequest { Bucket = Name }));
        var location = _shop.Rig.Run(new GetBucketLocation(), new GetBucketLocationRequest { Bucket = Name });
        Assert.Equal(BucketLocationConstraint.EuWest1, location.LocationConstraint);
        Assert.Equal("IllegalLocationConstraintException", _shop.Rig.Refused(
            new CreateBucket(), new CreateBucketRequest { Bucket = "another" }));
    }

    [Fact]
    public void Buckets_are_listed_in_pages_and_deleted_when_empty()
    {
        _shop.Make("b-bucket");
        _shop.Make("c-bucket");
        var first = _shop.Rig.Run(new ListBuckets(), new ListBucketsRequest { MaxBuckets = 2 });
        var rest = _shop.Rig.Run(
            new ListBuckets(), new ListBucketsRequest { MaxBuckets = 2, ContinuationToken = first.ContinuationToken });
        Assert.Equal(
            [Name, "b-bucket", "c-bucket"], first.Buckets!.Concat(rest.Buckets!).Select(static b => b.Name));
        Assert.Null(rest.ContinuationToken);
        _shop.Put("k", "x");
        Assert.Equal(
            "BucketNotEmpty", _shop.Rig.Refused(new DeleteBucket(), new DeleteBucketRequest { Bucket = Name }));
        _shop.Delete("k");
        _shop.Rig.Run(new DeleteBucket(), new DeleteBucketRequest { Bucket = Name });
        Assert.Equal("NoSuchBucket", _shop.Rig.Refused(new HeadBucket(), new HeadBucketRequest { Bucket = Name }));
    }

    [Fact]
    public void Versioning_is_told()
    {
        var rig = _shop.Rig;
        Assert.Null(rig.Run(new GetBucketVersioning(), new GetBucketVersioningRequest { Bucket = Name }).Status);
        _shop.Version(BucketVersioningStatus.Suspended);
        Assert.Equal(
            BucketVersioningStatus.Suspended,
            rig.Run(new GetBucketVersioning(), new GetBucketVersioningRequest { Bucket = Name }).Status);
        Assert.Equal("IllegalVersioningConfigurationException", rig.Refused(
            new PutBucketVersioning(), new PutBucketVersioningRequest { Bucket = Name }));
    }

    [Fact]
    public void Tags_are_kept_and_removed()
    {
        var rig = _shop.Rig;
        var get = new GetBucketTaggingRequest { Bucket = Name };
        Assert.Equal("NoSuchTagSet", rig.Refused(new GetBucketTagging(), get));
        rig.Run(new PutBucketTagging(), new PutBucketTaggingRequest
        {
            Bucket = Name, Tagging = new() { TagSet = [new() { Key = "a", Value = "1" }] },
        });
        Assert.Equal("1", Assert.Single(rig.Run(new GetBucketTagging(), get).TagSet!).Value);
        rig.Run(new DeleteBucketTagging(), new DeleteBucketTaggingRequest { Bucket = Name });
        Assert.Equal("NoSuchTagSet", rig.Refused(new GetBucketTagging(), get));
    }

    [Fact]
    public void A_bucket_whose_tags_are_none_has_no_tags()
    {
        var rig = _shop.Rig;
        rig.Run(new PutBucketTagging(), new PutBucketTaggingRequest { Bucket = Name, Tagging = new() { TagSet = [] } });
        Assert.Equal("NoSuchTagSet", rig.Refused(
            new GetBucketTagging(), new GetBucketTaggingRequest { Bucket = Name }));
    }

    [Theory]
    [InlineData("Größe m²/x:y=z@w+v-u._", "1 2", true)]
    [InlineData("a<b", "1", false)]
    [InlineData("a\tb", "1", false)]
    [InlineData("a", "1&2", false)]
    public void Tags_are_written_in_letters_digits_spaces_and_few_signs(string key, string value, bool isTaken)
    {
        var request = new PutBucketTaggingRequest
        {
            Bucket = Name, Tagging = new() { TagSet = [new() { Key = key, Value = value }] },
        };
        if (isTaken) _shop.Rig.Run(new PutBucketTagging(), request);
        else Assert.Equal("InvalidTag", _shop.Rig.Refused(new PutBucketTagging(), request));
    }

    [Fact]
    public void Ownership_controls_and_public_access_blocks_are_there_until_deleted()
    {
        var rig = _shop.Rig;
        var controls = new GetBucketOwnershipControlsRequest { Bucket = Name };
        var block = new GetPublicAccessBlockRequest { Bucket = Name };
        Assert.Equal(
            ObjectOwnership.BucketOwnerEnforced,
            rig.Run(new GetBucketOwnershipControls(), controls).OwnershipControls!.Rules![0].ObjectOwnership);
        Assert.True(rig.Run(new GetPublicAccessBlock(), block).PublicAccessBlockConfiguration!.BlockPublicAcls);
        rig.Run(new PutBucketOwnershipControls(), new PutBucketOwnershipControlsRequest
        {
            Bucket = Name,
            OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.ObjectWriter }] },
        });
        rig.Run(new PutPublicAccessBlock(), new PutPublicAccessBlockRequest
        {
            Bucket = Name, PublicAccessBlockConfiguration = new() { BlockPublicAcls = false },
        });
        Assert.False(rig.Run(new GetPublicAccessBlock(), block).PublicAccessBlockConfiguration!.BlockPublicAcls);
        rig.Run(new DeleteBucketOwnershipControls(), new DeleteBucketOwnershipControlsRequest { Bucket = Name });
        rig.Run(new DeletePublicAccessBlock(), new DeletePublicAccessBlockRequest { Bucket = Name });
        Assert.Equal("OwnershipControlsNotFoundError", rig.Refused(new GetBucketOwnershipControls(), controls));
        Assert.Equal("NoSuchPublicAccessBlockConfiguration", rig.Refused(new GetPublicAccessBlock(), block));
    }

    // Service Authorization Reference, "Actions, resources, and condition keys for Amazon S3".
    [Theory]
    [InlineData("s3:Foo", "/*", "Policy has invalid action")]
    [InlineData("s3:Foo*", "/*", "Policy has invalid action")]
    [InlineData("sqs:SendMessage", "/*", "Policy has invalid action")]
    [InlineData("s3:ListBucket", "/*", "Action does not apply to any resource(s) in statement")]
    [InlineData("s3:GetObject", "", "Action does not apply to any resource(s) in statement")]
    [InlineData("s3:ListAllMyBuckets", "", "Action does not apply to any resource(s) in statement")]
    [InlineData("s3:ListBucket", "", null)]
    [InlineData("S3:getobject", "/*", null)]
    [InlineData("s3:ReplicateObject", "/*", null)]
    [InlineData("s3:ListBucket", "*", null)]
    [InlineData("s3:GetObject", "*", null)]
    [InlineData("s3:*", "/a/*", null)]
    [InlineData("*", "", null)]
    public void Actions_of_policies_are_of_S3_and_of_their_resources(string action, string resource, string? refusal)
    {
        var request = new PutBucketPolicyRequest
        {
            Bucket = Name,
            Policy = $$"""
                {"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"{{action}}",
                 "Resource":"arn:aws:s3:::{{Name}}{{resource}}"}]}
                """,
        };
        if (refusal is null) _shop.Rig.Run(new PutBucketPolicy(), request);
        else Assert.Equal(refusal, Assert.Throws<Orrery.Core.ServiceException>(
            () => _shop.Rig.Run(new PutBucketPolicy(), request)).Message);
    }

    [Fact]
    public void Encryption_and_policy_are_kept()
    {
        var rig = _shop.Rig;
        var rules = new ServerSideEncryptionConfiguration
        {
            Rules = [new()
            {
                ApplyServerSideEncryptionByDefault = new() { SSEAlgorithm = ServerSideEncryption.Aes256 },
                BucketKeyEnabled = true,
            }],
        };
        rig.Run(new PutBucketEncryption(), new PutBucketEncryptionRequest
        {
            Bucket = Name, ServerSideEncryptionConfiguration = rules,
        });
        Assert.Equal(rules, Encryption());
        rig.Run(new DeleteBucketEncryption(), new DeleteBucketEncryptionRequest { Bucket = Name });
        Assert.False(Encryption().Rules![0].BucketKeyEnabled);
        const string Policy = $$"""
            {"Version":"2012-10-17","Statement":[
             {"Effect":"Deny","Principal":"*","Action":"s3:Put*","Resource":"arn:aws:s3:::{{Name}}/*"}]}
            """;
        rig.Run(new PutBucketPolicy(), new PutBucketPolicyRequest { Bucket = Name, Policy = Policy });
        var get = new GetBucketPolicyRequest { Bucket = Name };
        Assert.Equal(Policy, rig.Run(new GetBucketPolicy(), get).Policy);
        Assert.Equal("MalformedPolicy", rig.Refused(
            new PutBucketPolicy(), new PutBucketPolicyRequest { Bucket = Name, Policy = "{" }));
        rig.Run(new DeleteBucketPolicy(), new DeleteBucketPolicyRequest { Bucket = Name });
        Assert.Equal("NoSuchBucketPolicy", rig.Refused(new GetBucketPolicy(), get));

        ServerSideEncryptionConfiguration Encryption() => rig.Run(
            new GetBucketEncryption(), new GetBucketEncryptionRequest { Bucket = Name })
            .ServerSideEncryptionConfiguration!;
    }
}
