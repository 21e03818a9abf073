using Orrery.Services.S3.Rules.Access;

namespace Orrery.Services.S3.Rules.Points;

/// <summary>
/// Whether the policy of an access point is public. Source: S3 user guide, "Performing block public access operations
/// on an access point": one for a VPC never is, and s3:DataAccessPointArn holds nobody.
/// </summary>
internal static class PointPolicies
{
    /// <summary>Whether a policy lets the public in through an access point.</summary>
    public static bool IsPublic(PointPlace place, string policy) =>
        place.Point.VpcId is null && PublicPolicies.IsPublic(policy, isOfPoint: true);

    /// <summary>Whether a public policy is refused.</summary>
    public static bool IsBlocked(ReadCall call, PointPlace place) =>
        place.Point.PublicAccess.BlockPublicPolicy
        || Blocks.OfAccount(call, place.Scope.Account) is { BlockPublicPolicy: true };
}
