using Orrery.Kernel.Calls;

namespace Orrery.Operations;

/// <summary>
/// An operation that changes the world: it runs under the single writer, synchronously and without input or output of
/// its own. When it throws, nothing has changed.
/// </summary>
/// <typeparam name="TRequest">The generated request.</typeparam>
/// <typeparam name="TResult">The generated result.</typeparam>
public interface IWriteOperation<in TRequest, out TResult>
{
    /// <summary>Makes the change and tells the result.</summary>
    /// <exception cref="Core.ServiceException">The request is refused.</exception>
    TResult Run(TRequest request, Call call);
}
