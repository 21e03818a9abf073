using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Requests;

namespace Orrery.Services.S3.Rules;

/// <summary>Finds buckets, whosever they are, and changes them.</summary>
internal static class BucketRules
{
    /// <summary>The bucket of a name, for somebody who may use it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="name">The name, or the ARN or alias of an access point.</param>
    /// <param name="expectedOwner">The account that the client believes to own it, or null.</param>
    /// <exception cref="ServiceException">NoSuchBucket, InvalidBucketOwnerAWSAccountID, AccessDenied,
    /// PermanentRedirect, and what <see cref="PointRules.Used"/> refuses with.</exception>
    public static Place Get(ReadCall call, string? name, string? expectedOwner)
    {
        var point = PointRules.Used(call, name ?? "");
        name = point?.Point.Bucket.Value ?? name ?? "";
        if (expectedOwner is not null && !AccountNumber.Is(expectedOwner))
            throw Errors.InvalidBucketOwner(expectedOwner);
        var owner = NameOf(call, name) ?? throw Missing(name);
        if (expectedOwner is not null && expectedOwner != owner.Account) throw Errors.AccessDenied();
        // The guard has let the call pass; in a house without one, buckets are their owners' alone.
        var isNobody = call.Caller.Kind == CallerKind.Anonymous;
        if ((isNobody || call.Caller.Account != owner.Account) && call.FindPort<IGuard>() is null)
            throw Errors.AccessDenied();
        // Who does not sign names no region.
        if (!isNobody && call.Region != owner.Region && call.Region != RequestResolver.GlobalRegion)
            throw Errors.WrongRegion(owner.Name.Value, owner.Region);
        var scope = new Scope(owner.Account, owner.Region);
        return new(scope, call.Read(Tables.Buckets, scope).Find(owner.Name) ?? throw Missing(name)) { Point = point };
    }

    /// <summary>Whose a name is, or null.</summary>
    public static NameRecord? NameOf(ReadCall call, string name) =>
        call.Read(Tables.Names, Scope.World).Find(new(name));

    /// <summary>The scope of a bucket's name, the name checked.</summary>
    public static void Put(Call call, Place place, BucketRecord changed) =>
        call.Write(Tables.Buckets, place.Scope).Put(changed);

    /// <summary>Changes a bucket for its owner.</summary>
    public static void Change(
        Call call, string? name, string? expectedOwner, Func<BucketRecord, BucketRecord> change)
    {
        var place = Get(call, name, expectedOwner);
        Put(call, place, change(place.Bucket));
    }

    /// <summary>The bucket of a name, for its owner's account alone: its policy and its lists are nobody else's to
    /// change.</summary>
    /// <exception cref="ServiceException">MethodNotAllowed.</exception>
    public static Place Own(ReadCall call, string? name, string? expectedOwner)
    {
        var place = Get(call, name, expectedOwner);
        return call.Caller.Kind != CallerKind.Anonymous && call.Caller.Account == place.Scope.Account
            ? place
            : throw Errors.MethodNotAllowed();
    }

    /// <summary>Whether a bucket has neither objects nor versions. Uploads do not count.</summary>
    public static bool IsEmpty(ReadCall call, Place place)
    {
        var objects = call.Read(Tables.Objects, place.Scope).From(KeyText.Object(place.Name, ""));
        var versions = call.Read(Tables.Versions, place.Scope).From(new($"{place.Name}/"));
        return objects.FirstOrDefault()?.Bucket != place.Name && versions.FirstOrDefault()?.Bucket != place.Name;
    }

    private static ServiceException Missing(string name) =>
        BucketNames.IsValid(name) ? Errors.NoSuchBucket(name) : Errors.InvalidBucketName(name);
}
