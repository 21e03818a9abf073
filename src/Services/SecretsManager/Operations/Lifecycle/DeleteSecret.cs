using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Loops;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Lifecycle;

/// <summary>Begins the recovery window, or deletes at once.</summary>
public sealed class DeleteSecret : IWriteOperation<DeleteSecretRequest, DeleteSecretResult>
{
    /// <inheritdoc/>
    public DeleteSecretResult Run(DeleteSecretRequest request, Call call)
    {
        const int least = 7, most = 30;
        var isForced = request.ForceDeleteWithoutRecovery == true;
        if (isForced && request.RecoveryWindowInDays is not null)
            throw Errors.Parameter(
                "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
        var days = request.RecoveryWindowInDays ?? most;
        if (days is < least or > most)
            throw Errors.Parameter(
                $"The RecoveryWindowInDays value must be between {least} and {most} days (inclusive).");
        var secret = isForced ? Secrets.Any(call, request.SecretId!) : Secrets.Live(call, request.SecretId!);
        var at = isForced ? call.Now : call.Now.AddDays(days);
        if (isForced) Secrets.Remove(call, secret);
        else call.Write(Tables.Secrets, secret.Scope).Put(secret.Secret with { DeletedAt = call.Now });
        call.Cancel(DeletionLoop.TimerKind, secret.Name, secret.Scope);
        if (!isForced) call.Schedule(DeletionLoop.TimerKind, at, secret.Name, secret.Scope);
        return new() { ARN = secret.Arn, Name = secret.Name, DeletionDate = at };
    }
}
