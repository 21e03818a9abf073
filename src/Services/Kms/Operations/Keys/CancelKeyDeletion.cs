using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Loops;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Keeps a key that was to be deleted; it is disabled then.</summary>
public sealed class CancelKeyDeletion : IWriteOperation<CancelKeyDeletionRequest, CancelKeyDeletionResult>
{
    /// <inheritdoc/>
    public CancelKeyDeletionResult Run(CancelKeyDeletionRequest request, Call call)
    {
        var place = Places.Managed(call, request.KeyId!, "CancelKeyDeletion");
        if (place.Key.State is not (KeyState.PendingDeletion or KeyState.PendingReplicaDeletion))
            throw Errors.State(place.Arn, "not pending deletion");
        call.Cancel(DeletionLoop.TimerKind, place.Key.Id.Value, place.Scope);
        var isWhole = Materials.Current(call, place)?.Bytes is not null;
        Places.Put(call, place, place.Key with
        {
            State = isWhole ? KeyState.Disabled : KeyState.PendingImport, DeletionAt = null, WindowDays = null,
        });
        return new() { KeyId = place.Arn };
    }
}
