using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Rotation;

/// <summary>
/// Shows whether and when a key is rotated; a key of a kind that does not rotate is one that is not. Source:
/// floci-io/floci, pull request 618, which follows AWS's change of 2026.
/// </summary>
public sealed class GetKeyRotationStatus : IReadOperation<GetKeyRotationStatusRequest, GetKeyRotationStatusResult>
{
    /// <inheritdoc/>
    public GetKeyRotationStatusResult Run(GetKeyRotationStatusRequest request, ReadCall call)
    {
        var place = Places.Seen(call, request.KeyId!, "GetKeyRotationStatus");
        var key = Places.Primary(call, place).Key;
        var rotates = key.RotationDays is not null
            && key.State is not (KeyState.PendingDeletion or KeyState.PendingReplicaDeletion);
        return new()
        {
            KeyId = place.Arn,
            KeyRotationEnabled = rotates,
            RotationPeriodInDays = rotates ? key.RotationDays : null,
            NextRotationDate = rotates ? key.NextRotation : null,
        };
    }
}
