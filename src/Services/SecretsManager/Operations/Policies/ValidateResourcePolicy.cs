using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.SecretsManager.Rules;
using Orrery.Wire.Generated.Secretsmanager;

namespace Orrery.Services.SecretsManager.Operations.Policies;

/// <summary>Tells what is wrong with a policy.</summary>
public sealed class ValidateResourcePolicy : IReadOperation<ValidateResourcePolicyRequest, ValidateResourcePolicyResult>
{
    /// <inheritdoc/>
    public ValidateResourcePolicyResult Run(ValidateResourcePolicyRequest request, ReadCall call)
    {
        if (request.SecretId is { } id) Secrets.Live(call, id);
        try
        {
            SecretRules.Policy(call, call.Account, request.ResourcePolicy!, blocksPublic: true);
            return new() { PolicyValidationPassed = true, ValidationErrors = [] };
        }
        catch (ServiceException fault) when (fault.Code == "PublicPolicyException")
        {
            return new()
            {
                PolicyValidationPassed = false,
                ValidationErrors = [new() { CheckName = "PublicPolicy", ErrorMessage = fault.Message }],
            };
        }
    }
}
