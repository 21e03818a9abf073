using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Changes the description of a key.</summary>
public sealed class UpdateKeyDescription : IWriteOperation<UpdateKeyDescriptionRequest, UpdateKeyDescriptionResult>
{
    /// <inheritdoc/>
    public UpdateKeyDescriptionResult Run(UpdateKeyDescriptionRequest request, Call call)
    {
        var place = KeyStates.Staying(Places.Managed(call, request.KeyId!, "UpdateKeyDescription"));
        Places.Put(call, place, place.Key with { Description = request.Description! });
        return new();
    }
}
