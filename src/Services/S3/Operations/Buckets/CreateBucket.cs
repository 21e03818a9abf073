using Orrery.Contracts;
using Orrery.Contracts.Regions;
using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Operations.Buckets;

/// <summary>Makes a bucket. Source: Amazon S3 API Reference, CreateBucket.</summary>
public sealed class CreateBucket : IWriteOperation<CreateBucketRequest, CreateBucketResult>
{
    private const string FirstRegion = "us-east-1";

    /// <inheritdoc/>
    public CreateBucketResult Run(CreateBucketRequest request, Call call)
    {
        var name = request.Bucket ?? "";
        if (call.Caller.Kind == CallerKind.Anonymous) throw Errors.AccessDenied();
        if (!BucketNames.IsValid(name)) throw Errors.InvalidBucketName(name);
        Refuse(request);
        var region = RegionOf(request, call);
        var scope = new Scope(call.Account, region);
        if (BucketRules.NameOf(call, name) is { } taken)
        {
            if (taken.Account != call.Account) throw Errors.BucketExists(name);
            // "For legacy compatibility": in us-east-1 making it again succeeds.
            if (region != FirstRegion || taken.Region != FirstRegion) throw Errors.BucketOwned(name);
            return new() { Location = "/" + name };
        }

        var names = call.Write(Tables.Names, Scope.World);
        call.Hold(S3Quotas.Buckets, names.All().Count(n => n.Account == call.Account), Errors.TooManyBuckets);
        names.Put(new(new(name), call.Account, region));
        call.Write(Tables.Buckets, scope).Put(new()
        {
            Name = new(name),
            Created = call.Now,
            Ownership = (request.ObjectOwnership ?? ObjectOwnership.BucketOwnerEnforced).ToWire(),
            Lock = request.ObjectLockEnabledForBucket is true ? new() : null,
            Versioning = request.ObjectLockEnabledForBucket is true ? Versioning.Enabled : Versioning.Never,
            Acl = AclOf(request, call.Account),
            PublicAccess = PublicAccess.All,
            Tags = request.CreateBucketConfiguration?.Tags is { Count: > 0 } tags ? Tags.OfBucket(tags) : null,
        });
        return new() { Location = region == FirstRegion ? "/" + name : $"http://{name}.s3.amazonaws.com/" };
    }

    private static void Refuse(CreateBucketRequest request)
    {
        Headers.RefuseOthers(
            ("directory buckets", request.CreateBucketConfiguration?.Location),
            ("directory buckets", request.CreateBucketConfiguration?.Bucket));
        if (request.BucketNamespace is BucketNamespace.AccountRegional)
            throw Errors.NotServed("account-regional bucket names");
    }

    // What is public is blocked in a new bucket, so a public list cannot be.
    private static AclRecord? AclOf(CreateBucketRequest request, string owner)
    {
        var acl = Acls.Of(
            new()
            {
                Canned = request.ACL?.ToWire(),
                FullControl = request.GrantFullControl,
                Read = request.GrantRead,
                ReadAcp = request.GrantReadACP,
                Write = request.GrantWrite,
                WriteAcp = request.GrantWriteACP,
            },
            owner, owner);
        var isEnforced = request.ObjectOwnership is null or ObjectOwnership.BucketOwnerEnforced;
        if (isEnforced && Acls.IsShared(acl, owner)) throw Errors.AclWithOwnership();
        return !Acls.IsPublic(acl) ? acl : throw new ServiceException(
            "InvalidBucketAclWithBlockPublicAccessError",
            "Bucket cannot have public ACLs set with BlockPublicAccess enabled");
    }

    private static string RegionOf(CreateBucketRequest request, Call call)
    {
        var asked = request.CreateBucketConfiguration?.LocationConstraint?.ToWire();
        var region = asked switch { null => FirstRegion, "EU" => "eu-west-1", _ => asked };
        if (call.Region != FirstRegion && region != call.Region) throw Errors.IllegalLocation(asked, call.Region);
        return RegionCatalog.Find(region) is null ? throw Errors.InvalidLocation(region) : region;
    }
}
