using Orrery.Contracts.Identity;
using Orrery.Services.S3.Operations.Buckets;
using Orrery.Services.S3.Operations.Objects;
using Orrery.Wire.Generated.S3;
using S3control = Orrery.Services.S3.Operations.S3control.AccountBlocks;

namespace Orrery.Tests.Unit.Services.S3;

/// <summary>
/// Access control lists as they are set and shown. Source: S3 user guide, "Access control list (ACL) overview",
/// "Controlling ownership of objects and disabling ACLs for your bucket".
/// </summary>
public sealed class AclTests
{
    private const string Account = "123456789012";
    private static readonly string Own = CanonicalUser.IdOf(Account);
    private static readonly string Other = CanonicalUser.IdOf("210987654321");

    private readonly Shop _shop = new();

    [Theory]
    [InlineData(BucketCannedACL.Private, "FULL_CONTROL owner")]
    [InlineData(BucketCannedACL.PublicRead, "FULL_CONTROL owner, READ AllUsers")]
    [InlineData(BucketCannedACL.PublicReadWrite, "FULL_CONTROL owner, READ AllUsers, WRITE AllUsers")]
    [InlineData(BucketCannedACL.AuthenticatedRead, "FULL_CONTROL owner, READ AuthenticatedUsers")]
    [InlineData(BucketCannedACL.LogDeliveryWrite, "FULL_CONTROL owner, WRITE LogDelivery, READ_ACP LogDelivery")]
    [InlineData(BucketCannedACL.AwsExecRead, "FULL_CONTROL owner, READ other")]
    [InlineData(BucketCannedACL.BucketOwnerRead, "FULL_CONTROL owner")]
    [InlineData(BucketCannedACL.BucketOwnerFullControl, "FULL_CONTROL owner")]
    public void Canned_lists_of_buckets_are_grants(BucketCannedACL canned, string grants)
    {
        Open(ObjectOwnership.BucketOwnerPreferred);
        _shop.Rig.Run(new PutBucketAcl(), new PutBucketAclRequest { Bucket = Shop.Bucket, ACL = canned });
        Assert.Equal(grants, Show(Bucket()));
    }

    // S3 user guide, "Canned ACL": Amazon EC2 reads bundles of machine images.
    [Fact]
    public void Machine_images_may_be_read_by_Amazon_EC2()
    {
        Open(ObjectOwnership.ObjectWriter);
        _shop.Put("k", "x", static request => request with { ACL = ObjectCannedACL.AwsExecRead });
        Assert.Equal("FULL_CONTROL owner, READ other", Show(Object("k")));
        Assert.Equal(
            "6aa5a366c34c1cbe25dc49211496e913e0351eb0e8c37aa3477e40942ec6b97c", Object("k")[1].Grantee!.ID);
    }

    [Fact]
    public void Headers_and_documents_grant_what_they_say()
    {
        Open(ObjectOwnership.ObjectWriter);
        _shop.Put("k", "x", request => request with
        {
            GrantRead = $"id=\"{Other}\", uri=\"http://acs.amazonaws.com/groups/global/AllUsers\"",
            GrantFullControl = $"id={Own}",
        });
        Assert.Equal("FULL_CONTROL owner, READ other, READ AllUsers", Show(Object("k")));
        _shop.Rig.Run(new PutObjectAcl(), new PutObjectAclRequest
        {
            Bucket = Shop.Bucket,
            Key = "k",
            AccessControlPolicy = new()
            {
                Owner = new() { ID = Own },
                Grants = [new() { Grantee = new() { ID = Other }, Permission = Permission.ReadAcp }],
            },
        });
        Assert.Equal("READ_ACP other", Show(Object("k")));
    }

    [Theory]
    [InlineData("id=\"nobody\"", "InvalidArgument")]
    [InlineData("uri=\"http://example.com\"", "InvalidArgument")]
    [InlineData("emailAddress=\"a@example.com\"", "UnresolvableGrantByEmailAddress")]
    [InlineData("everybody", "InvalidArgument")]
    public void Grantees_that_there_are_not_are_refused(string grantee, string code)
    {
        Open(ObjectOwnership.ObjectWriter);
        Assert.Equal(code, _shop.Rig.Refused(
            new PutBucketAcl(), new PutBucketAclRequest { Bucket = Shop.Bucket, GrantRead = grantee }));
        Assert.Equal("FULL_CONTROL owner", Show(Bucket()));
    }

    [Fact]
    public void What_is_asked_for_twice_or_not_at_all_is_refused()
    {
        Open(ObjectOwnership.ObjectWriter);
        Assert.Equal("MissingSecurityHeader", Refused(new() { Bucket = Shop.Bucket }));
        Assert.Equal("InvalidRequest", Refused(new()
        {
            Bucket = Shop.Bucket, ACL = BucketCannedACL.Private, GrantRead = $"id={Other}",
        }));
        Assert.Equal("MalformedACLError", Refused(new() { Bucket = Shop.Bucket, AccessControlPolicy = new() }));

        string Refused(PutBucketAclRequest request) => _shop.Rig.Refused(new PutBucketAcl(), request);
    }

    [Fact]
    public void Where_the_owner_owns_all_there_are_no_lists()
    {
        _shop.Put("k", "x", request => request with { ACL = ObjectCannedACL.BucketOwnerFullControl });
        Assert.Equal("AccessControlListNotSupported", Rig.Refusal(() => _shop.Put(
            "k", "y", request => request with { ACL = ObjectCannedACL.PublicRead })));
        Assert.Equal("AccessControlListNotSupported", _shop.Rig.Refused(
            new PutBucketAcl(), new PutBucketAclRequest { Bucket = Shop.Bucket, ACL = BucketCannedACL.Private }));
        Assert.Equal("AccessControlListNotSupported", _shop.Rig.Refused(
            new PutObjectAcl(),
            new PutObjectAclRequest { Bucket = Shop.Bucket, Key = "k", GrantRead = $"id={Other}" }));
        Assert.Equal("FULL_CONTROL owner", Show(Object("k")));
    }

    [Fact]
    public void Ownership_is_not_taken_while_a_list_lets_others_in()
    {
        Open(ObjectOwnership.ObjectWriter);
        _shop.Rig.Run(new PutBucketAcl(), new PutBucketAclRequest { Bucket = Shop.Bucket, GrantRead = $"id={Other}" });
        Assert.Equal("InvalidBucketAclWithObjectOwnership", _shop.Rig.Refused(
            new PutBucketOwnershipControls(), Ownership(ObjectOwnership.BucketOwnerEnforced)));
        Assert.Equal("InvalidBucketAclWithObjectOwnership", _shop.Rig.Refused(
            new CreateBucket(), New() with { GrantRead = $"id={Other}" }));
        Assert.Equal("InvalidBucketAclWithBlockPublicAccessError", _shop.Rig.Refused(new CreateBucket(), New() with
        {
            ACL = BucketCannedACL.PublicRead, ObjectOwnership = ObjectOwnership.ObjectWriter,
        }));

        static CreateBucketRequest New() => new()
        {
            Bucket = "another",
            CreateBucketConfiguration = new() { LocationConstraint = BucketLocationConstraint.EuWest1 },
        };
    }

    [Fact]
    public void Public_lists_are_blocked_by_the_bucket_and_by_its_account()
    {
        Open(ObjectOwnership.ObjectWriter);
        var rig = _shop.Rig;
        rig.Run(new S3control.PutPublicAccessBlock(), new()
        {
            AccountId = Account, PublicAccessBlockConfiguration = new() { BlockPublicAcls = true },
        });
        var block = rig.Run(new S3control.GetPublicAccessBlock(), new() { AccountId = Account });
        Assert.True(block.PublicAccessBlockConfiguration!.BlockPublicAcls);
        var put = new PutBucketAclRequest { Bucket = Shop.Bucket, ACL = BucketCannedACL.PublicRead };
        Assert.Equal("AccessDenied", rig.Refused(new PutBucketAcl(), put));
        Assert.Equal("AccessDenied", Rig.Refusal(() => _shop.Put(
            "k", "x", request => request with { ACL = ObjectCannedACL.PublicRead })));
        rig.Run(new S3control.DeletePublicAccessBlock(), new() { AccountId = Account });
        Assert.Equal("NoSuchPublicAccessBlockConfiguration", rig.Refused(
            new S3control.GetPublicAccessBlock(), new() { AccountId = Account }));
        rig.Run(new PutBucketAcl(), put);
        Assert.Equal("AccessDenied", rig.Refused(
            new S3control.GetPublicAccessBlock(), new() { AccountId = "210987654321" }));
    }

    private void Open(ObjectOwnership ownership)
    {
        _shop.Rig.Run(new DeletePublicAccessBlock(), new DeletePublicAccessBlockRequest { Bucket = Shop.Bucket });
        _shop.Rig.Run(new PutBucketOwnershipControls(), Ownership(ownership));
    }

    private static PutBucketOwnershipControlsRequest Ownership(ObjectOwnership ownership) => new()
    {
        Bucket = Shop.Bucket, OwnershipControls = new() { Rules = [new() { ObjectOwnership = ownership }] },
    };

    private IReadOnlyList<Grant> Bucket() =>
        _shop.Rig.Run(new GetBucketAcl(), new GetBucketAclRequest { Bucket = Shop.Bucket }).Grants!;

    private IReadOnlyList<Grant> Object(string key) =>
        _shop.Rig.Run(new GetObjectAcl(), new GetObjectAclRequest { Bucket = Shop.Bucket, Key = key }).Grants!;

    private static string Show(IReadOnlyList<Grant> grants) => string.Join(", ", grants.Select(static grant =>
    {
        var who = grant.Grantee!.URI is { } uri ? uri[(uri.LastIndexOf('/') + 1)..]
            : grant.Grantee.ID == Own ? "owner" : "other";
        return $"{grant.Permission!.Value.ToWire()} {who}";
    }));
}
