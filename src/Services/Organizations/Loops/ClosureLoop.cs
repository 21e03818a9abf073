namespace Orrery.Services.Organizations.Loops;

/// <summary>Closes the accounts that were asked to be closed.</summary>
internal sealed class ClosureLoop : ITimerHandler
{
    /// <summary>The kind of its timers.</summary>
    public const string Timer = "organizations.close-account";

    /// <summary>How long that takes (guessed).</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public string Kind => Timer;

    /// <inheritdoc/>
    public void Fire(Call call, string subject)
    {
        if (call.All(Tables.Nodes).Find(new(subject)) is { ClosingAt: not null, ClosedAt: null } account)
            call.Keep(Tables.Nodes).Put(account with { ClosedAt = call.Now });
    }
}
