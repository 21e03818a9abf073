using Orrery.Contracts;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// Finds whose an access key is: lasting keys of users, temporary credentials of STS. What hangs on a role or user that
/// is gone works no longer.
/// </summary>
internal sealed class Principals : IPrincipals
{
    /// <inheritdoc/>
    public Principal? Find(ReadCall call, string accessKeyId)
    {
        var id = new AccessKeyId(accessKeyId);
        if (call.Read(Tables.Sessions, Scope.World).Find(id) is { } session)
        {
            return new(
                CallerOf(session), session.SecretAccessKey, session.SessionToken, session.Expiration,
                Lives(call, session)) { MfaAt = session.MfaAt };
        }

        return call.Read(Tables.AccessKeys, Scope.World).Find(id) is { } key ? OfKey(call, key) : null;
    }

    private static Principal OfKey(ReadCall call, AccessKeyRecord key)
    {
        var (account, id) = (key.Account, key.Id.Value);
        if (key.User.Length == 0) return new(Caller.Root(account, id), key.Secret, null, null, key.IsActive);
        var user = Holders.UserOf(call, account, key.User);
        var caller = new Caller(account, user?.Arn ?? "", key.User, id, CallerKind.User);
        return new(caller, key.Secret, null, null, key.IsActive && user is not null);
    }

    private static bool Lives(ReadCall call, SessionRecord session) =>
        session.Issuer is not { } issuer
        || call.Read(Tables.Roles, Scope.Global(session.Account)).HasAny(Tables.RolesById, issuer)
        || call.Read(Tables.Users, Scope.Global(session.Account)).HasAny(Tables.UsersById, issuer);

    private static Caller CallerOf(SessionRecord session)
    {
        var kind = session.Arn.Contains(":assumed-role/", StringComparison.Ordinal) ? CallerKind.AssumedRole
            : session.Arn.EndsWith(":root", StringComparison.Ordinal)
                ? session.PolicyArns is null ? CallerKind.Root : CallerKind.AssumedRoot
            : session.IsFederated ? CallerKind.FederatedUser
            : CallerKind.User;
        return new Caller(session.Account, session.Arn, session.UserId, session.Id.Value, kind);
    }
}
