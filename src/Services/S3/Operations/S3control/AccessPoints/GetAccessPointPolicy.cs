using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>Tells the policy of an access point.</summary>
public sealed class GetAccessPointPolicy : IReadOperation<GetAccessPointPolicyRequest, GetAccessPointPolicyResult>
{
    /// <inheritdoc/>
    public GetAccessPointPolicyResult Run(GetAccessPointPolicyRequest request, ReadCall call) =>
        PointRules.Own(call, request.AccountId, request.Name).Point.Policy is { } policy
            ? new() { Policy = policy }
            : throw PointErrors.NoPolicy();
}
