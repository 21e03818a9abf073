using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Kms.Rules;
using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Operations.Rotation;

/// <summary>Rotates a key now; an imported one to the material that waits.</summary>
public sealed class RotateKeyOnDemand : IWriteOperation<RotateKeyOnDemandRequest, RotateKeyOnDemandResult>
{
    /// <inheritdoc/>
    public RotateKeyOnDemandResult Run(RotateKeyOnDemandRequest request, Call call)
    {
        var place = KeyStates.Usable(
            Rotations.Rotatable(Places.Managed(call, request.KeyId!, "RotateKeyOnDemand")));
        if (place.IsReplica) throw Errors.Unsupported($"{place.Arn} is a replica: rotate its primary key.");
        call.Hold(KmsQuotas.Demanded, place.Key.Demanded, limit =>
            Errors.Limit($"A KMS key can be rotated on demand up to {limit} times."));
        if (place.Key.Origin == OriginType.AwsKms)
        {
            Rotations.Turn(call, place, RotationType.OnDemand);
        }
        else
        {
            var waiting = Materials.All(call, place).FirstOrDefault(m => m.State == KeyMaterialState.PendingRotation)
                ?? throw Errors.State(place.Arn, "not holding key material that is pending rotation");
            Materials.MakeCurrent(call, place, waiting with { Since = call.Now, Rotation = RotationType.OnDemand });
        }

        Places.Put(call, place, place.Key with { Demanded = place.Key.Demanded + 1 });
        return new() { KeyId = place.Arn };
    }
}
