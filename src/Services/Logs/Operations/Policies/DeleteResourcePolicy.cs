using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Policies;

/// <summary>Deletes a resource policy.</summary>
public sealed class DeleteResourcePolicy : IWriteOperation<DeleteResourcePolicyRequest, DeleteResourcePolicyResult>
{
    /// <inheritdoc/>
    public DeleteResourcePolicyResult Run(DeleteResourcePolicyRequest request, Call call)
    {
        var key = PolicyRules.Key(call, request.PolicyName, request.ResourceArn);
        var policies = call.Write(Tables.Policies);
        var old = policies.Find(key) ?? throw Errors.NotFound("Policy with name [" + key.Value + "] does not exist.");
        PolicyRules.CheckRevision(old, request.ResourceArn, request.ExpectedRevisionId);
        policies.Remove(key);
        return new();
    }
}
