using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Whether a user has a password.</summary>
public sealed class GetLoginProfile : IReadOperation<GetLoginProfileRequest, GetLoginProfileResult>
{
    /// <inheritdoc/>
    public GetLoginProfileResult Run(GetLoginProfileRequest request, ReadCall call)
    {
        var user = Logins.Owner(call, request.UserName);
        return new() { LoginProfile = Logins.Show(user, Logins.Get(user)) };
    }
}
