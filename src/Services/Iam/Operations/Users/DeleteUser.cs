using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>Removes a user who has nothing left. What has to go first: IAM API Reference, DeleteUser.</summary>
public sealed class DeleteUser : IWriteOperation<DeleteUserRequest, DeleteUserResult>
{
    /// <inheritdoc/>
    public DeleteUserResult Run(DeleteUserRequest request, Call call)
    {
        var user = Holders.User(call, request.UserName);
        if (user.Groups.Count > 0) throw Errors.Conflict("remove user from all groups");
        if (user.Login is not null) throw Errors.Conflict("delete login profile");
        if (call.Read(Tables.AccessKeys, Scope.World).HasAny(Tables.KeysByOwner, $"{call.Account}/{user.Id}"))
            throw Errors.Conflict("delete access keys");
        UserBelongings.Refuse(call, user);
        HolderRules.RefuseWithPolicies(user);
        call.Ours(Tables.Users).Remove(user.Key);
        TrustedPrincipals.Replace(call, user.Arn, user.Id);
        return new();
    }
}
