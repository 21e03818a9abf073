using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>
/// A user: the one that is named, else the one who calls. The root user has no name, and no day of birth here.
/// </summary>
public sealed class GetUser : IReadOperation<GetUserRequest, GetUserResult>
{
    /// <inheritdoc/>
    public GetUserResult Run(GetUserRequest request, ReadCall call)
    {
        if (Holders.UserOrCaller(call, request.UserName) is { } user) return new() { User = Show.Of(user) };
        return new()
        {
            User = new() { Path = "/", UserId = call.Account, Arn = call.Caller.Arn, CreateDate = RootLogin.Since },
        };
    }
}
