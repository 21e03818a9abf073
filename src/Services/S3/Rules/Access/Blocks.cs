using Orrery.Kernel.State;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Access;

/// <summary>
/// What of public access is blocked: by the bucket, by its account or by the access point, whichever blocks more.
/// Source: S3 user guide, "Blocking public access to your Amazon S3 storage".
/// </summary>
internal static class Blocks
{
    private static readonly PublicAccess None = new(false, false, false, false);

    /// <summary>What is blocked of a bucket.</summary>
    public static PublicAccess Of(ReadCall call, Place place)
    {
        var own = place.Bucket.PublicAccess ?? None;
        if (place.Point is { } through) own = Both(own, through.Point.PublicAccess);
        return OfAccount(call, place.Scope.Account) is { } all ? Both(own, all) : own;
    }

    /// <summary>What an account blocks; null where it says nothing.</summary>
    public static PublicAccess? OfAccount(ReadCall call, string account) =>
        call.Read(Tables.Accounts, Scope.Global(account)).Find(new(account))?.PublicAccess;

    private static PublicAccess Both(PublicAccess one, PublicAccess other) => new(
        one.BlockPublicAcls || other.BlockPublicAcls, one.IgnorePublicAcls || other.IgnorePublicAcls,
        one.BlockPublicPolicy || other.BlockPublicPolicy, one.RestrictPublicBuckets || other.RestrictPublicBuckets);
}
