using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Rotation;

/// <summary>Rotates a key every so many days.</summary>
public sealed class EnableKeyRotation : IWriteOperation<EnableKeyRotationRequest, EnableKeyRotationResult>
{
    /// <inheritdoc/>
    public EnableKeyRotationResult Run(EnableKeyRotationRequest request, Call call)
    {
        var place = Rotations.Automatic(Places.Managed(call, request.KeyId!, "EnableKeyRotation"));
        KeyStates.Usable(place);
        var days = request.RotationPeriodInDays ?? place.Key.RotationDays ?? Rotations.StandardDays;
        if (days != place.Key.RotationDays) Places.Put(call, place, Rotations.Plan(call, place, place.Key, days));
        return new();
    }
}
