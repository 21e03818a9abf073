namespace Orrery.Kernel.Calls;

/// <summary>What happens when a timer of a kind is due. Runs as a call of its own, in the timer's scope.</summary>
public interface ITimerHandler
{
    /// <summary>
    /// The kind, for example <c>ec2.nat-gateway.available</c>. Persisted with each timer: never change it.
    /// </summary>
    string Kind { get; }

    /// <summary>
    /// Whether one call may do its work with that of other timers that say so, of whatever kind, that are due at one
    /// instant, one right after the other, and with what those make due at once: what each does is the same then, and
    /// is one commit. If any throws, they run one by one.
    /// </summary>
    bool Together => false;

    /// <summary>Does it. An exception undoes the call; the timer is then kept among the failed ones.</summary>
    void Fire(Call call, string subject);
}
