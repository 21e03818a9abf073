using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Whether a user has a password; in a session of AssumeRoot also the root user.</summary>
public sealed class GetLoginProfile : IReadOperation<GetLoginProfileRequest, GetLoginProfileResult>
{
    /// <inheritdoc/>
    public GetLoginProfileResult Run(GetLoginProfileRequest request, ReadCall call)
    {
        if (RootLogin.IsMeant(call, request.UserName)) return new() { LoginProfile = RootLogin.Get(call) };
        var user = Logins.Owner(call, request.UserName);
        return new() { LoginProfile = Logins.Show(user, Logins.Get(user)) };
    }
}
