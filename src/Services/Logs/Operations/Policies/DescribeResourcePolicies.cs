using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Logs.Rules;
using Orrery.Wire.Generated.Logs;

namespace Orrery.Services.Logs.Operations.Policies;

/// <summary>Lists resource policies: the account's, or that of a log group.</summary>
public sealed class DescribeResourcePolicies : IReadOperation<DescribeResourcePoliciesRequest, DescribeResourcePoliciesResult>
{
    /// <inheritdoc/>
    public DescribeResourcePoliciesResult Run(DescribeResourcePoliciesRequest request, ReadCall call)
    {
        var scope = request.PolicyScope ?? (request.ResourceArn is null ? PolicyScope.Account : PolicyScope.Resource);
        if (scope == PolicyScope.Account != request.ResourceArn is null)
        {
            throw Errors.Invalid("resourceArn has to be given for the policy scope RESOURCE, and only for it.");
        }

        var all = scope == PolicyScope.Account
            ? call.Read(Tables.Policies).All().Where(p => p.ResourceArn is null)
            : call.Read(Tables.Policies).All().Where(p => p.Key == PolicyRules.Key(call, null, request.ResourceArn));
        var (page, next) = Pages.Of(all, p => p.Key.Value, request.NextToken, request.Limit ?? 50);
        return new() { ResourcePolicies = [.. page.Select(PolicyRules.View)], NextToken = next };
    }
}
