namespace Orrery.Services.Organizations.Loops;

/// <summary>Forgets invitations some time after they have ended.</summary>
internal sealed class HandshakeLoop : ITimerHandler
{
    /// <summary>The kind of its timers.</summary>
    public const string Timer = "organizations.handshake-gone";

    /// <inheritdoc/>
    public string Kind => Timer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject) => call.Keep(Tables.Handshakes).Remove(new(subject));
}
