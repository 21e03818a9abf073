using Orrery.Services.S3.Rules;
using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>Keeps the policy of an access point; a public one only where that is not blocked.</summary>
public sealed class PutAccessPointPolicy : IWriteOperation<PutAccessPointPolicyRequest, PutAccessPointPolicyResult>
{
    /// <inheritdoc/>
    public PutAccessPointPolicyResult Run(PutAccessPointPolicyRequest request, Call call)
    {
        var place = PointRules.Own(call, request.AccountId, request.Name);
        var policy = PolicyTexts.CheckedOfPoint(call, request.Policy, place);
        if (PointPolicies.IsBlocked(call, place) && PointPolicies.IsPublic(place, policy)) throw Errors.AccessDenied();
        PointRules.Put(call, place, place.Point with { Policy = policy });
        return new();
    }
}
