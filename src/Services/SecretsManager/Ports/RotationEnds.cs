using Orrery.Contracts.Keys;
using Orrery.Kernel.Calls;
using Orrery.Services.SecretsManager.Rules;

namespace Orrery.Services.SecretsManager.Ports;

/// <summary>Takes in how the steps of rotations ended.</summary>
internal sealed class RotationEnds : ISecretRotations
{
    /// <inheritdoc/>
    public void Ended(Call call, RotationStep step, string? failure)
    {
        if (Secrets.Find(call, step.SecretArn) is { Secret: { Rotates: true, DeletedAt: null, Running: { } run } } place
            && run.Token == step.Token && run.Step == step.Step)
            Rotations.Ended(call, place, failure);
    }
}
