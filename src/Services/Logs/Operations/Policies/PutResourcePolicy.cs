using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Records;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Policies;

/// <summary>Puts a resource policy: of the account under a name (ten at most), or of one log group.</summary>
public sealed class PutResourcePolicy : IWriteOperation<PutResourcePolicyRequest, PutResourcePolicyResult>
{
    /// <inheritdoc/>
    public PutResourcePolicyResult Run(PutResourcePolicyRequest request, Call call)
    {
        PolicyRules.Check(request.PolicyDocument);
        var key = PolicyRules.Key(call, request.PolicyName, request.ResourceArn);
        var policies = call.Write(Tables.Policies);
        var old = policies.Find(key);
        PolicyRules.CheckRevision(old, request.ResourceArn, request.ExpectedRevisionId);
        if (old is null && request.ResourceArn is null && policies.All().Count(p => p.ResourceArn is null) >= PolicyRules.Most)
        {
            throw Errors.Limit();
        }

        var policy = new PolicyRecord
        {
            Key = key,
            Name = request.ResourceArn is null ? request.PolicyName : null,
            ResourceArn = request.ResourceArn is null ? null : key.Value,
            Document = request.PolicyDocument!,
            Updated = call.Now,
            Revision = call.NewId("r")[2..],
        };
        policies.Put(policy);
        return new() { ResourcePolicy = PolicyRules.View(policy), RevisionId = policy.Revision };
    }
}
