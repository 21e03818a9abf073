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
        if (secret.RotationFunction is null)
            throw Errors.Request("You can't cancel rotation of a secret for which it was never configured.");
        Secrets.Put(call, secret with { Rotates = false });
        return new() { ARN = Secrets.Arn(call, secret), Name = secret.Name.Value };
    }
}
