using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Rotation;

/// <summary>Rotates a key no longer by itself.</summary>
public sealed class DisableKeyRotation : IWriteOperation<DisableKeyRotationRequest, DisableKeyRotationResult>
{
    /// <inheritdoc/>
    public DisableKeyRotationResult Run(DisableKeyRotationRequest request, Call call)
    {
        var place = Rotations.Automatic(Places.Managed(call, request.KeyId!, "DisableKeyRotation"));
        KeyStates.Usable(place);
        call.Cancel(RotationLoop.TimerKind, place.Key.Id.Value, place.Scope);
        Places.Put(call, place, place.Key with { RotationDays = null, NextRotation = null });
        return new();
    }
}
