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
        if (isForced && Secrets.Find(call, request.SecretId!) is null) return OfNone(call, request.SecretId!);
        var secret = isForced ? Secrets.Any(call, request.SecretId!) : Secrets.Live(call, request.SecretId!);
        var at = isForced ? call.Now : call.Now.AddDays(days);
        if (isForced) Secrets.Remove(call, secret);
        else call.Write(Tables.Secrets, secret.Scope).Put(secret.Secret with { DeletedAt = call.Now });
        call.Cancel(DeletionLoop.TimerKind, secret.Name, secret.Scope);
        if (!isForced) call.Schedule(DeletionLoop.TimerKind, at, secret.Name, secret.Scope);
        return new() { ARN = secret.Arn, Name = secret.Name, DeletionDate = at };
    }

    // Secrets Manager API Reference, DeleteSecret: by force, what is not there is deleted too. That the answer names
    // the secret as if it had been there, and that one of another place is refused all the same, is guessed.
    private static DeleteSecretResult OfNone(Call call, string id)
    {
        var isArn = id.StartsWith("arn:", StringComparison.Ordinal);
        var own = Secrets.ArnOf(call, "");
        if (isArn && !id.StartsWith(own, StringComparison.Ordinal)) throw Errors.NoSecret();
        var name = isArn ? id[own.Length..] : id;
        return new()
        {
            ARN = isArn ? id : $"{own}{name}-{Secrets.NewSuffix(call)}", Name = name, DeletionDate = call.Now,
        };
    }
}
