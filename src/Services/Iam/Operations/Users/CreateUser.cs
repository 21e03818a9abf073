using Orrery.Contracts;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Users;

/// <summary>Makes a user, who has no credentials and no permissions yet.</summary>
public sealed class CreateUser : IWriteOperation<CreateUserRequest, CreateUserResult>
{
    /// <inheritdoc/>
    public CreateUserResult Run(CreateUserRequest request, Call call)
    {
        var users = call.Ours(Tables.Users);
        if (users.Contains(IamKey.OfName(request.UserName!))) throw Errors.Exists("User", request.UserName!);
        call.Hold(IamQuotas.Users, users.Count, limit => Errors.Quota("UsersPerAccount", limit));
        var path = Arns.Path(request.Path);
        var user = new UserRecord
        {
            Name = request.UserName!,
            Path = path,
            Id = UniqueIds.New(call, "AIDA"),
            Arn = Arns.Of(call.Account, "user", path, request.UserName!),
            CreatedAt = call.Now,
            Boundary = Boundaries.Checked(call, request.PermissionsBoundary),
            Tags = TagRules.New(request.Tags),
        };
        users.Put(user);
        return new() { User = Show.Of(user) };
    }
}
