using Orrery.Kernel.Calls;

namespace Orrery.Operations;

/// <summary>
/// An operation that changes the world and may wait until there is something for it: long polling. Each run is an
/// ordinary call; between runs nothing is held, and a run that finds nothing and writes nothing leaves no commit.
/// </summary>
/// <typeparam name="TRequest">The generated request.</typeparam>
/// <typeparam name="TResult">The generated result.</typeparam>
public interface IWaitingOperation<in TRequest, TResult> : IWriteOperation<TRequest, TResult>
{
    /// <summary>
    /// What a run waits for, as part of its call; null where its result is final. The first answer sets the deadline.
    /// </summary>
    Wait? Waits(TRequest request, TResult result, ReadCall call);
}
