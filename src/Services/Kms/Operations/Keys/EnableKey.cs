using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Enables a key; a rotation that is overdue is done at once.</summary>
public sealed class EnableKey : IWriteOperation<EnableKeyRequest, EnableKeyResult>
{
    /// <inheritdoc/>
    public EnableKeyResult Run(EnableKeyRequest request, Call call)
    {
        var place = KeyStates.Imported(Places.Managed(call, request.KeyId!, "EnableKey"));
        place = Places.Put(call, place, place.Key with { State = KeyState.Enabled });
        if (place.Key.NextRotation <= call.Now)
            call.Schedule(RotationLoop.TimerKind, call.Now, place.Key.Id.Value, place.Scope);
        return new();
    }
}
