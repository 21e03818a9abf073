using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.UserPolicies;

/// <summary>An inline policy of a user.</summary>
public sealed class GetUserPolicy : IReadOperation<GetUserPolicyRequest, GetUserPolicyResult>
{
    /// <inheritdoc/>
    public GetUserPolicyResult Run(GetUserPolicyRequest request, ReadCall call)
    {
        var user = Holders.User(call, request.UserName);
        return new()
        {
            UserName = user.Name,
            PolicyName = request.PolicyName,
            PolicyDocument = Documents.Encoded(InlinePolicies.Get(user, request.PolicyName!)),
        };
    }
}
