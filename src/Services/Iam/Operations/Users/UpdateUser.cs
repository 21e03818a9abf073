using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>Renames or moves a user. Its unique id, and what hangs on that, stays.</summary>
public sealed class UpdateUser : IWriteOperation<UpdateUserRequest, UpdateUserResult>
{
    /// <inheritdoc/>
    public UpdateUserResult Run(UpdateUserRequest request, Call call)
    {
        var users = call.Ours(Tables.Users);
        var user = Holders.User(call, request.UserName);
        var (name, path) = (request.NewUserName ?? user.Name, Arns.Path(request.NewPath ?? user.Path));
        if (IamKey.OfName(name) != user.Key && users.Contains(IamKey.OfName(name))) throw Errors.Exists("User", name);
        users.Remove(user.Key);
        var arn = Arns.Of(call.Account, "user", path, name);
        users.Put(user with { Name = name, Path = path, Arn = arn });
        TrustedPrincipals.Replace(call, user.Arn, arn);
        return new();
    }
}
