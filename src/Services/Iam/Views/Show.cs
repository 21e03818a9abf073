using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Views;

/// <summary>Records as the API writes them.</summary>
internal static class Show
{
    /// <summary>A user as a list has it: without boundary and tags (IAM API Reference, ListUsers).</summary>
    public static User Listed(UserRecord user) => new()
    {
        Path = user.Path, UserName = user.Name, UserId = user.Id, Arn = user.Arn, CreateDate = user.CreatedAt,
    };

    /// <summary>A user, whole.</summary>
    public static User Of(UserRecord user) => Listed(user) with
    {
        PermissionsBoundary = Boundary(user.Boundary), Tags = TagRules.View(user.Tags),
    };

    /// <summary>A group.</summary>
    public static Group Of(GroupRecord group) => new()
    {
        Path = group.Path, GroupName = group.Name, GroupId = group.Id, Arn = group.Arn, CreateDate = group.CreatedAt,
    };

    /// <summary>A role as a list has it: without boundary, last use and tags (IAM API Reference, ListRoles).</summary>
    public static Role Listed(RoleRecord role) => new()
    {
        Path = role.Path,
        RoleName = role.Name,
        RoleId = role.Id,
        Arn = role.Arn,
        CreateDate = role.CreatedAt,
        AssumeRolePolicyDocument = Documents.Encoded(role.Trust),
        Description = role.Description,
        MaxSessionDuration = role.MaxSessionDuration,
    };

    /// <summary>A role, whole.</summary>
    public static Role Of(ReadCall call, RoleRecord role) => Listed(role) with
    {
        PermissionsBoundary = Boundary(role.Boundary),
        Tags = TagRules.View(role.Tags),
        RoleLastUsed = LastUse.OfRole(call, role),
    };

    /// <summary>A managed policy as a list has it: without description and tags.</summary>
    public static Policy Listed(ReadCall call, PolicyRecord policy) => new()
    {
        PolicyName = policy.Name,
        PolicyId = policy.Id,
        Arn = policy.Arn,
        Path = policy.Path,
        DefaultVersionId = policy.DefaultVersion,
        AttachmentCount = Shelf.Attachments(call, policy.Arn),
        PermissionsBoundaryUsageCount = Shelf.Boundaries(call, policy.Arn),
        IsAttachable = true,
        CreateDate = policy.CreatedAt,
        UpdateDate = policy.UpdatedAt,
    };

    /// <summary>A managed policy, whole.</summary>
    public static Policy Of(ReadCall call, PolicyRecord policy) => Listed(call, policy) with
    {
        Description = policy.Description, Tags = TagRules.List(policy.Tags),
    };

    /// <summary>A version of a policy.</summary>
    public static PolicyVersion Of(PolicyRecord policy, PolicyVersionRecord version, bool document = true) => new()
    {
        VersionId = version.Id,
        IsDefaultVersion = version.Id == policy.DefaultVersion,
        CreateDate = version.CreatedAt,
        Document = document ? Documents.Encoded(version.Document) : null,
    };

    /// <summary>An instance profile with its role.</summary>
    public static InstanceProfile Of(ReadCall call, ProfileRecord profile) => new()
    {
        Path = profile.Path,
        InstanceProfileName = profile.Name,
        InstanceProfileId = profile.Id,
        Arn = profile.Arn,
        CreateDate = profile.CreatedAt,
        Roles = profile.Role is { } key && call.Mine(Tables.Roles).Find(new(key)) is { } role ? [Listed(role)] : [],
        Tags = TagRules.View(profile.Tags),
    };

    /// <summary>A permissions boundary; null where there is none.</summary>
    public static AttachedPermissionsBoundary? Boundary(string? arn) => arn is null
        ? null
        : new()
        {
            PermissionsBoundaryType = PermissionsBoundaryAttachmentType.PermissionsBoundaryPolicy,
            PermissionsBoundaryArn = arn,
        };
}
