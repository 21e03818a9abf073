using Orrery.Contracts.Identity;

namespace Orrery.Services.Iam.Ports;

/// <summary>All users and roles that IAM keeps.</summary>
internal sealed class PrincipalDirectory : IPrincipalDirectory
{
    private const string Session = "session";

    /// <inheritdoc/>
    public IEnumerable<DirectoryEntry> All(ReadCall call)
    {
        foreach (var scope in call.Scopes.Where(s => s.IsGlobal))
        {
            foreach (var user in call.Read(Tables.Users, scope).All()) yield return Of(call, scope.Account, user);
            foreach (var role in call.Read(Tables.Roles, scope).All()) yield return Of(call, scope.Account, role);
        }
    }

    private static DirectoryEntry Of(ReadCall call, string account, UserRecord user)
    {
        var keys = call.Read(Tables.AccessKeys, Scope.World).By(Tables.KeysByOwner, $"{account}/{user.Id}")
            .Select(k => new DirectoryKey(k.Id.Value, k.CreatedAt, k.IsActive)).ToList();
        var caller = new Caller(account, user.Arn, user.Id, keys.Count > 0 ? keys[0].Id : "", CallerKind.User);
        return new(caller, Identities.OfHolder(call, account, user) with { UserName = user.Name })
        {
            CreatedAt = user.CreatedAt, Keys = keys, PasswordSince = user.Login?.CreatedAt,
        };
    }

    private static DirectoryEntry Of(ReadCall call, string account, RoleRecord role)
    {
        var caller = new Caller(
            account, RoleDoor.SessionArn(role, Session), $"{role.Id}:{Session}", "", CallerKind.AssumedRole);
        var facts = Identities.OfHolder(call, account, role) with { UserId = caller.UserId, IssuedAt = call.Now };
        return new(caller, facts) { CreatedAt = role.CreatedAt };
    }
}
