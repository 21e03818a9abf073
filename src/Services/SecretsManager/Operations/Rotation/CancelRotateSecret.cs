using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Rotation;

/// <summary>Rotates a secret no longer.</summary>
public sealed class CancelRotateSecret : IWriteOperation<CancelRotateSecretRequest, CancelRotateSecretResult>
{
    /// <inheritdoc/>
    public CancelRotateSecretResult Run(CancelRotateSecretRequest request, Call call)
    {
        var secret = Secrets.Live(call, request.SecretId!);
        if (secret.Secret.RotationFunction is null)
            throw Errors.Request("You can't cancel rotation of a secret for which it was never configured.");
        var changed = secret.Secret with { Rotates = false, Running = null, Window = null };
        Rotations.Plan(call, Secrets.Put(call, secret, changed));
        return new() { ARN = secret.Arn, Name = secret.Name };
    }
}
