using Orrery.Services.S3.Rules.Points;
using Orrery.Wire.Generated.S3control;

namespace Orrery.Services.S3.Operations.S3control.AccessPoints;

/// <summary>Takes the policy of an access point away.</summary>
public sealed class DeleteAccessPointPolicy
    : IWriteOperation<DeleteAccessPointPolicyRequest, DeleteAccessPointPolicyResult>
{
    /// <inheritdoc/>
    public DeleteAccessPointPolicyResult Run(DeleteAccessPointPolicyRequest request, Call call)
    {
        var place = PointRules.Own(call, request.AccountId, request.Name);
        if (place.Point.Policy is not null) PointRules.Put(call, place, place.Point with { Policy = null });
        return new();
    }
}
