
namespace Orrery.Services.Iam.Rules;

/// <summary>Forgets credentials some time after they have expired.</summary>
internal sealed class SessionExpiry : ITimerHandler
{
    /// <inheritdoc/>
    public string Kind => Sessions.ExpiryTimer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) =>
        call.Write(Tables.Sessions, Scope.World).Remove(new AccessKeyId(subject));
}
