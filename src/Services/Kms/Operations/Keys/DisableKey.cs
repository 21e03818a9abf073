using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Disables a key.</summary>
public sealed class DisableKey : IWriteOperation<DisableKeyRequest, DisableKeyResult>
{
    /// <inheritdoc/>
    public DisableKeyResult Run(DisableKeyRequest request, Call call)
    {
        var place = KeyStates.Imported(Places.Managed(call, request.KeyId!, "DisableKey"));
        Places.Put(call, place, place.Key with { State = KeyState.Disabled });
        return new();
    }
}
