using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Loops;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Lifecycle;

/// <summary>Keeps a secret that was to be deleted.</summary>
public sealed class RestoreSecret : IWriteOperation<RestoreSecretRequest, RestoreSecretResult>
{
    /// <inheritdoc/>
    public RestoreSecretResult Run(RestoreSecretRequest request, Call call)
    {
        var secret = Secrets.Any(call, request.SecretId!);
        call.Cancel(DeletionLoop.TimerKind, secret.Name, secret.Scope);
        Rotations.Plan(call, Secrets.Put(call, secret, secret.Secret with { DeletedAt = null }));
        return new() { ARN = secret.Arn, Name = secret.Name };
    }
}
