using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Keys;

/// <summary>Begins the waiting period after which a key is deleted.</summary>
public sealed class ScheduleKeyDeletion : IWriteOperation<ScheduleKeyDeletionRequest, ScheduleKeyDeletionResult>
{
    /// <inheritdoc/>
    public ScheduleKeyDeletionResult Run(ScheduleKeyDeletionRequest request, Call call)
    {
        const int least = 7, most = 30;
        var place = KeyStates.Staying(Places.Managed(call, request.KeyId!, "ScheduleKeyDeletion"));
        var days = request.PendingWindowInDays ?? most;
        if (days is < least or > most)
            throw Errors.Validation($"PendingWindowInDays must be between {least} and {most} (inclusive)");
        place = Deletions.Begin(call, place, days);
        return new()
        {
            KeyId = place.Arn,
            DeletionDate = place.Key.DeletionAt,
            KeyState = place.Key.State,
            PendingWindowInDays = days,
        };
    }
}
