using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Operations.Roles;

/// <summary>Makes a role that others may assume, as its trust policy says.</summary>
public sealed class CreateRole : IWriteOperation<CreateRoleRequest, CreateRoleResult>
{
    /// <inheritdoc/>
    public CreateRoleResult Run(CreateRoleRequest request, Call call)
    {
        if (Arns.Path(request.Path).StartsWith(RoleRules.ServicePath, StringComparison.Ordinal))
        {
            throw Errors.Validation(
                $"The specified value for path is invalid: {RoleRules.ServicePath} is kept for AWS.");
        }

        var role = RoleRules.Add(call, new()
        {
            Name = request.RoleName!,
            Path = Arns.Path(request.Path),
            Id = UniqueIds.New(call, "AROA"),
            Arn = Arns.Of(call.Account, "role", Arns.Path(request.Path), request.RoleName!),
            CreatedAt = call.Now,
            Trust = Documents.Trust(call, request.AssumeRolePolicyDocument!),
            Description = request.Description,
            MaxSessionDuration = request.MaxSessionDuration ?? RoleRules.StandardDuration,
            Boundary = Boundaries.Checked(call, request.PermissionsBoundary),
            Tags = TagRules.New(request.Tags),
        });
        return new() { Role = Show.Of(call, role) with { RoleLastUsed = null } };
    }
}
