using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Views;

/// <summary>Users, groups, roles and policies with all that hangs on them.</summary>
internal static class Details
{
    /// <summary>A user.</summary>
    public static UserDetail Of(ReadCall call, UserRecord user) => new()
    {
        Path = user.Path,
        UserName = user.Name,
        UserId = user.Id,
        Arn = user.Arn,
        CreateDate = user.CreatedAt,
        UserPolicyList = Inline(user),
        GroupList = [.. Holders.GroupsOf(call, user).Select(g => g.Name)],
        AttachedManagedPolicies = [.. Attachments.List(user)],
        PermissionsBoundary = Show.Boundary(user.Boundary),
        Tags = TagRules.List(user.Tags),
    };

    /// <summary>A group.</summary>
    public static GroupDetail Of(GroupRecord group) => new()
    {
        Path = group.Path,
        GroupName = group.Name,
        GroupId = group.Id,
        Arn = group.Arn,
        CreateDate = group.CreatedAt,
        GroupPolicyList = Inline(group),
        AttachedManagedPolicies = [.. Attachments.List(group)],
    };

    /// <summary>A role.</summary>
    public static RoleDetail Of(ReadCall call, RoleRecord role) => new()
    {
        Path = role.Path,
        RoleName = role.Name,
        RoleId = role.Id,
        Arn = role.Arn,
        CreateDate = role.CreatedAt,
        AssumeRolePolicyDocument = Documents.Encoded(role.Trust),
        InstanceProfileList =
        [
            .. call.Mine(Tables.Profiles).By(Tables.ProfilesByRole, role.Key.Value).Select(p => Show.Of(call, p)),
        ],
        RolePolicyList = Inline(role),
        AttachedManagedPolicies = [.. Attachments.List(role)],
        PermissionsBoundary = Show.Boundary(role.Boundary),
        Tags = TagRules.List(role.Tags),
        RoleLastUsed = LastUse.OfRole(call, role),
    };

    /// <summary>A managed policy with its versions.</summary>
    public static ManagedPolicyDetail Of(ReadCall call, PolicyRecord policy) => new()
    {
        PolicyName = policy.Name,
        PolicyId = policy.Id,
        Arn = policy.Arn,
        Path = policy.Path,
        DefaultVersionId = policy.DefaultVersion,
        AttachmentCount = Shelf.Attachments(call, policy.Arn),
        PermissionsBoundaryUsageCount = Shelf.Boundaries(call, policy.Arn),
        IsAttachable = true,
        Description = policy.Description,
        CreateDate = policy.CreatedAt,
        UpdateDate = policy.UpdatedAt,
        PolicyVersionList = [.. policy.Versions.Select(v => Show.Of(policy, v))],
    };

    private static IReadOnlyList<PolicyDetail> Inline(HolderRecord holder) =>
    [
        .. holder.Inline.Select(p => new PolicyDetail
        {
            PolicyName = p.Key, PolicyDocument = Documents.Encoded(p.Value),
        }),
    ];
}
