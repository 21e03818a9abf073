using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Policies;

/// <summary>Takes the policy from a secret.</summary>
public sealed class DeleteResourcePolicy : IWriteOperation<DeleteResourcePolicyRequest, DeleteResourcePolicyResult>
{
    /// <inheritdoc/>
    public DeleteResourcePolicyResult Run(DeleteResourcePolicyRequest request, Call call)
    {
        var secret = Secrets.Live(call, request.SecretId!);
        Secrets.Put(call, secret, secret.Secret with { Policy = null });
        return new() { ARN = secret.Arn, Name = secret.Name };
    }
}
