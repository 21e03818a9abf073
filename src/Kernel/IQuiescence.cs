namespace Orrery.Kernel;

/// <summary>Something real that follows the world (a process, a socket) and that virtual time waits for.</summary>
public interface IQuiescence
{
    /// <summary>Completes when everything that was committed so far has been made so.</summary>
    ValueTask QuietAsync(CancellationToken cancellation);
}
