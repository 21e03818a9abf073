using Orrery.Contracts.Identity;
using Orrery.Kernel.State;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Access;
using Orrery.Services.S3.Rules.Points;

namespace Orrery.Services.S3.Ports;

/// <summary>
/// What decides about calls on buckets and objects. Source: S3 user guide, "How Amazon S3 authorizes a request for an
/// object operation": policies of the bucket grant on objects of its owner only, and deny on all.
/// </summary>
internal sealed class BucketAccess : IStoreAccess, IResourcePolicies, IResourceFacts
{
    private const string Start = "arn:aws:s3:::";

    /// <inheritdoc/>
    public string Service => "s3";

    /// <inheritdoc/>
    public ResourcePolicyFacts? Find(ReadCall call, string action, string arn)
    {
        if (PointAddress.Read(arn) is { } address)
            return PointRules.Find(call, address) is { } point ? OfPoint(call, point) : null;
        if (Find(call, new StoreQuestion(action, arn)) is not { } facts) return null;
        var name = arn[Start.Length..];
        if (PlaceOf(call, name.Split('/')[0]) is not { } place) return null;
        // Who asks does not matter here: that of a bucket counts for what its owner owns.
        var policy = facts.Account == facts.Owner ? facts.Policy ?? facts.Denying : null;
        return new(facts.Account, policy)
        {
            List = facts.List is null || name.Contains('/') ? facts.List : ListForOthers(call, place),
            IsRestricted = policy is not null && IsRestricted(call, place, policy.Document),
        };
    }

    /// <inheritdoc/>
    public IEnumerable<string> All(ReadCall call, Scope scope) =>
        call.Read(Tables.Buckets, scope).All().Select(bucket => Start + bucket.Name);

    /// <summary>The access points of a bucket that have policies which let others in.</summary>
    public IEnumerable<FrontFacts> FrontsOf(ReadCall call, string arn)
    {
        if (PlaceOf(call, arn, out _) is not { Point: null } place) return [];
        return
            from alias in call.Read(Tables.Aliases, Scope.World).By(Tables.AliasesByBucket, place.Name)
            let point = PointRules.Find(call, alias.Alias.Value)
            where point is { Point.Policy: not null } && !IsRestricted(call, place with { Point = point }, point)
            orderby point.Arn
            select new FrontFacts(point.Arn, point.Scope.Account, PolicyOf(point)!, "/object/", KeysOf(point));
    }

    /// <inheritdoc/>
    public string? ArnOf(ReadCall call, string type, string name) => null;

    /// <summary>The tags of access points; those of buckets decide about nothing here.</summary>
    public IReadOnlyDictionary<string, string>? TagsOf(ReadCall call, string arn) =>
        PointAddress.Read(arn) is { } address ? PointRules.Find(call, address)?.Point.Tags : null;

    /// <inheritdoc/>
    public StoreFacts? Find(ReadCall call, StoreQuestion question)
    {
        if (PlaceOf(call, question.Arn, out var key) is not { } place) return null;
        var facts = OfBucket(call, place) with { Through = ThroughOf(call, place, key) };
        if (key is null) return Ownership.IsEnforced(place.Bucket) ? facts : WithList(call, place, facts);
        var version = new Lazy<VersionRecord?>(() => VersionOf(call, place, key, question.VersionId));
        facts = facts with { Tags = () => version.Value?.Tags };
        if (Ownership.IsEnforced(place.Bucket)) return facts;
        return IsOfObject(question.Action) && version.Value is { } found
            ? OfObject(call, place, facts, found)
            : WithList(call, place, facts);
    }

    /// <inheritdoc/>
    public string? PointOf(ReadCall call, string name) => PointNames.IsAlias(name)
        ? PointRules.Find(call, name)?.Arn
        : PointAddress.Read(name) is { Key: null } address ? address.Arn : null;

    private static Place? PlaceOf(ReadCall call, string arn, out string? key)
    {
        key = null;
        if (PointAddress.Read(arn) is { } address)
        {
            key = address.Key;
            return PointRules.Find(call, address) is { } point
                && PlaceOf(call, point.Point.Bucket.Value) is { } behind ? behind with { Point = point } : null;
        }

        if (!arn.StartsWith(Start, StringComparison.Ordinal)) return null;
        var name = arn[Start.Length..];
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0) key = name[(slash + 1)..];
        return PlaceOf(call, slash < 0 ? name : name[..slash]);
    }

    private static PointFacts? ThroughOf(ReadCall call, Place place, string? key)
    {
        if (place.Point is not { } point) return null;
        var isOther = call.Caller.Account != point.Scope.Account;
        var policy = PolicyOf(point);
        return new(point.Arn, point.Scope.Account, point.Origin, $"{Start}{place.Name}{(key is null ? "" : "/" + key)}")
        {
            VpcId = point.Point.VpcId,
            Tags = point.Point.Tags,
            Policy = policy is not null && isOther && IsRestricted(call, place, point) ? null : policy,
        };
    }

    private static ResourcePolicyFacts OfPoint(ReadCall call, PointPlace point) => new(
        point.Scope.Account, PolicyOf(point))
    {
        IsRestricted = PlaceOf(call, point.Point.Bucket.Value) is { } place
            && IsRestricted(call, place with { Point = point }, point),
    };

    private static Dictionary<string, string> KeysOf(PointPlace point) => new(StringComparer.Ordinal)
    {
        ["s3:DataAccessPointArn"] = point.Arn,
        ["s3:DataAccessPointAccount"] = point.Scope.Account,
        ["s3:AccessPointNetworkOrigin"] = point.Origin,
    };

    private static PolicyText? PolicyOf(PointPlace point) =>
        point.Point.Policy is { } text ? new(point.Arn, text) : null;

    private static bool IsRestricted(ReadCall call, Place place, PointPlace point) =>
        Blocks.Of(call, place).RestrictPublicBuckets && point.Point.Policy is { } policy
        && PointPolicies.IsPublic(point, policy);

    private static Place? PlaceOf(ReadCall call, string bucket)
    {
        if (BucketRules.NameOf(call, bucket) is not { } owner) return null;
        var scope = new Scope(owner.Account, owner.Region);
        return call.Read(Tables.Buckets, scope).Find(owner.Name) is { } found ? new(scope, found) : null;
    }

    private static StoreFacts OfBucket(ReadCall call, Place place)
    {
        var facts = new StoreFacts(place.Scope.Account, place.Scope.Account)
        {
            RequesterPays = Payers.IsRequester(place.Bucket),
        };
        if (place.Bucket.Policy is not { } text) return facts;
        var policy = new PolicyText(Start + place.Name, text);
        // A public policy that is restricted lets in nobody but the owner's account.
        var isOther = call.Caller.Kind == CallerKind.Anonymous || call.Caller.Account != place.Scope.Account;
        return isOther && IsRestricted(call, place, text)
            ? facts with { Denying = policy }
            : facts with { Policy = policy };
    }

    private static bool IsRestricted(ReadCall call, Place place, string policy) =>
        Blocks.Of(call, place).RestrictPublicBuckets && PublicPolicies.IsPublic(policy);

    private static StoreFacts WithList(ReadCall call, Place place, StoreFacts facts) =>
        facts with { List = ListOf(call, place, place.Bucket.Acl) };

    // What the owner grants itself, as most lists do, lets nobody else in.
    private static PolicyText? ListForOthers(ReadCall call, Place place)
    {
        var owner = CanonicalUser.IdOf(place.Scope.Account);
        var acl = place.Bucket.Acl!;
        return ListOf(call, place, acl with { Grants = [.. acl.Grants.Where(grant => grant.Grantee != owner)] });
    }

    private static PolicyText? ListOf(ReadCall call, Place place, AclRecord? acl) =>
        AclTexts.Of(acl, Start + place.Name, isBucket: true, Blocks.Of(call, place).IgnorePublicAcls);

    private static StoreFacts OfObject(ReadCall call, Place place, StoreFacts facts, VersionRecord version)
    {
        var ignoresPublic = Blocks.Of(call, place).IgnorePublicAcls;
        var arn = $"{Start}{place.Name}/{version.Key}";
        var own = facts with { List = AclTexts.Of(version.Acl, arn, isBucket: false, ignoresPublic) };
        return version.Owner == place.Scope.Account
            ? own
            : own with { Account = version.Owner, Policy = null, Denying = facts.Policy ?? facts.Denying };
    }

    // What is decided with the object that is there. The owner of the bucket may remove and archive all objects.
    private static bool IsOfObject(string action) => action is
        "s3:GetObject" or "s3:GetObjectVersion" or "s3:GetObjectAcl" or "s3:GetObjectVersionAcl" or "s3:PutObjectAcl"
        or "s3:PutObjectVersionAcl" or "s3:GetObjectAttributes" or "s3:GetObjectVersionAttributes"
        or "s3:GetObjectTagging" or "s3:GetObjectVersionTagging" or "s3:PutObjectTagging"
        or "s3:PutObjectVersionTagging" or "s3:DeleteObjectTagging" or "s3:DeleteObjectVersionTagging";

    private static VersionRecord? VersionOf(ReadCall call, Place place, string key, string? versionId)
    {
        try
        {
            return Versions.Find(call, place, key, versionId);
        }
        catch (ServiceException)
        {
            // The operation refuses an id that is none.
            return null;
        }
    }
}
