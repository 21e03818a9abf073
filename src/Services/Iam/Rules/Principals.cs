using Orrery.Contracts;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Iam.Records;

namespace Orrery.Services.Iam.Rules;

/// <summary>Finds whose an access key is: for now, temporary credentials of STS.</summary>
internal sealed class Principals : IPrincipals
{
    /// <inheritdoc/>
    public Principal? Find(ReadCall call, string accessKeyId) =>
        call.Read(Tables.Sessions, Scope.World).Find(new AccessKeyId(accessKeyId)) is { } session
            ? new Principal(CallerOf(session), session.SecretAccessKey, session.SessionToken, session.Expiration, true)
            : null;

    private static Caller CallerOf(SessionRecord session)
    {
        var kind = session.Arn.Contains(":assumed-role/", StringComparison.Ordinal) ? CallerKind.AssumedRole
            : session.Arn.EndsWith(":root", StringComparison.Ordinal) ? CallerKind.Root
            : CallerKind.User;
        return new Caller(session.Account, session.Arn, session.UserId, session.Id.Value, kind);
    }
}
