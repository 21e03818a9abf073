using Orrery.Engines.Policies.Sets;

namespace Orrery.Services.AccessAnalyzer.Operations.PolicyChecks;

/// <summary>Whether a policy grants none of some actions on some resources.</summary>
public sealed class CheckAccessNotGranted : IReadOperation<CheckAccessNotGrantedRequest, CheckAccessNotGrantedResult>
{
    /// <inheritdoc/>
    public CheckAccessNotGrantedResult Run(CheckAccessNotGrantedRequest request, ReadCall call)
    {
        var policies = Checks.Stack(request.PolicyDocument!, request.PolicyType);
        foreach (var access in request.Access!)
        {
            if (access.Actions is not { Count: > 0 } && access.Resources is not { Count: > 0 })
                throw Errors.Validation("Each access has to name actions or resources.");
            if (AccessChecks.Granted(policies, access.Actions ?? [], access.Resources ?? []) is not { } found) continue;
            return new()
            {
                Result = CheckAccessNotGrantedResultShape.Fail,
                Message = "The policy document grants access to perform one or more of the listed actions or "
                    + "resources.",
                Reasons = Checks.Reasons(found, "One or more of the listed actions or resources"),
            };
        }

        return new()
        {
            Result = CheckAccessNotGrantedResultShape.Pass,
            Message = "The policy document does not grant access to perform the listed actions or resources.",
        };
    }
}
