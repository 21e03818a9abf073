using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Policies;

/// <summary>Replaces the policy of a secret.</summary>
public sealed class PutResourcePolicy : IWriteOperation<PutResourcePolicyRequest, PutResourcePolicyResult>
{
    /// <inheritdoc/>
    public PutResourcePolicyResult Run(PutResourcePolicyRequest request, Call call)
    {
        var secret = Secrets.Live(call, request.SecretId!);
        var policy = SecretRules.Policy(
            call, secret.Scope.Account, request.ResourcePolicy!, request.BlockPublicPolicy == true);
        Secrets.Put(call, secret, secret.Secret with { Policy = policy });
        return new() { ARN = secret.Arn, Name = secret.Name };
    }
}
