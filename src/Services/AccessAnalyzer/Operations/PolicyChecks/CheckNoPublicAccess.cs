using Orrery.Engines.Policies.Documents;

namespace Orrery.Services.AccessAnalyzer.Operations.PolicyChecks;

/// <summary>Whether a policy lets not everybody in.</summary>
public sealed class CheckNoPublicAccess : IReadOperation<CheckNoPublicAccessRequest, CheckNoPublicAccessResult>
{
    /// <inheritdoc/>
    public CheckNoPublicAccessResult Run(CheckNoPublicAccessRequest request, ReadCall call)
    {
        var isTrust = request.ResourceType == AccessCheckResourceType.AWSIAMAssumeRolePolicyDocument;
        var reasons = Checks.Public(
            Checks.Stack(request.PolicyDocument!, isTrust ? PolicyKind.Trust : PolicyKind.Resource));
        return reasons.Count == 0
            ? new()
            {
                Result = CheckNoPublicAccessResultShape.Pass,
                Message = "The resource policy does not grant public access for the specified resource type.",
            }
            : new()
            {
                Result = CheckNoPublicAccessResultShape.Fail,
                Message = "The resource policy grants public access for the specified resource type.",
                Reasons = reasons,
            };
    }
}
