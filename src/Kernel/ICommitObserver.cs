using Orrery.Kernel.State;
using Orrery.Kernel.Storage;

namespace Orrery.Kernel;

/// <summary>
/// Is told of every commit, once it is durable and readable, in order: the console, backends, the log.
/// </summary>
public interface ICommitObserver
{
    /// <summary>
    /// Takes note. Runs on the writer: hand work over and return. One that throws is told nothing more.
    /// </summary>
    /// <param name="commit">What changed.</param>
    /// <param name="current">The published snapshot, of this commit or a later one of the same batch.</param>
    void Committed(Commit commit, Snapshot current);
}
