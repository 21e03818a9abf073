using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Policies;

/// <summary>Shows the policy of a secret.</summary>
public sealed class GetResourcePolicy : IReadOperation<GetResourcePolicyRequest, GetResourcePolicyResult>
{
    /// <inheritdoc/>
    public GetResourcePolicyResult Run(GetResourcePolicyRequest request, ReadCall call)
    {
        var secret = Secrets.Any(call, request.SecretId!);
        return new()
        {
            ARN = secret.Arn, Name = secret.Name, ResourcePolicy = secret.Secret.Policy,
        };
    }
}
