using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>Tells whether the policy of an access point is public.</summary>
public sealed class GetAccessPointPolicyStatus
    : IReadOperation<GetAccessPointPolicyStatusRequest, GetAccessPointPolicyStatusResult>
{
    /// <inheritdoc/>
    public GetAccessPointPolicyStatusResult Run(GetAccessPointPolicyStatusRequest request, ReadCall call)
    {
        var place = PointRules.Own(call, request.AccountId, request.Name);
        return place.Point.Policy is { } policy
            ? new() { PolicyStatus = new() { IsPublic = PointPolicies.IsPublic(place, policy) } }
            : throw PointErrors.NoPolicy();
    }
}
