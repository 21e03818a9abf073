using Orrery.Contracts;

namespace Orrery.Services.Iam.Rules;

/// <summary>Roles.</summary>
internal static class RoleRules
{
    /// <summary>The path of service-linked roles.</summary>
    public const string ServicePath = "/aws-service-role/";

    /// <summary>How many seconds sessions may last unless that was set.</summary>
    public const int StandardDuration = 3600;

    /// <summary>Adds a role.</summary>
    /// <exception cref="ServiceException">EntityAlreadyExists, LimitExceeded.</exception>
    public static RoleRecord Add(Call call, RoleRecord role)
    {
        var roles = call.Ours(Tables.Roles);
        if (roles.Contains(role.Key)) throw Errors.Exists("Role", role.Name);
        call.Hold(IamQuotas.Roles, roles.Count, limit => Errors.Quota("RolesPerAccount", limit));
        roles.Put(role);
        return role;
    }
}
