using Orrery.Engines.Policies.Sets;

namespace Orrery.Services.AccessAnalyzer.Operations.PolicyChecks;

/// <summary>Whether a policy grants nothing that another does not.</summary>
public sealed class CheckNoNewAccess : IReadOperation<CheckNoNewAccessRequest, CheckNoNewAccessResult>
{
    /// <inheritdoc/>
    public CheckNoNewAccessResult Run(CheckNoNewAccessRequest request, ReadCall call)
    {
        var found = AccessChecks.NewAccess(
            Checks.Stack(request.ExistingPolicyDocument!, request.PolicyType),
            Checks.Stack(request.NewPolicyDocument!, request.PolicyType));
        return found is null
            ? new()
            {
                Result = CheckNoNewAccessResultShape.Pass,
                Message = "The modified permissions do not grant new access compared to your existing policy.",
            }
            : new()
            {
                Result = CheckNoNewAccessResultShape.Fail,
                Message = "The modified permissions grant new access compared to your existing policy.",
                Reasons = Checks.Reasons(found, "New access"),
            };
    }
}
