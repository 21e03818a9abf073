using Orrery.Kernel.State;

namespace Orrery.Kernel;

/// <summary>Something real that follows the world (a process, a socket) and that virtual time waits for.</summary>
public interface IQuiescence
{
    /// <summary>
    /// Whether it has anything to do with a state. While it has, timers fire one by one, and time waits after each.
    /// </summary>
    bool Follows(Snapshot state);

    /// <summary>Completes when everything that was committed so far has been made so.</summary>
    ValueTask QuietAsync(CancellationToken cancellation);
}
