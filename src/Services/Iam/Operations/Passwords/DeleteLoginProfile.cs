using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Passwords;

/// <summary>Takes the password of a user away; in a session of AssumeRoot that of the root user.</summary>
public sealed class DeleteLoginProfile : IWriteOperation<DeleteLoginProfileRequest, DeleteLoginProfileResult>
{
    /// <inheritdoc/>
    public DeleteLoginProfileResult Run(DeleteLoginProfileRequest request, Call call)
    {
        if (RootLogin.IsMeant(call, request.UserName))
        {
            RootLogin.Delete(call);
            return new();
        }

        var user = Logins.Owner(call, request.UserName);
        Logins.Get(user);
        Holders.Put(call, user with { Login = null });
        return new();
    }
}
