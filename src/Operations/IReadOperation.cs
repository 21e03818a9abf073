using Orrery.Kernel.Calls;

namespace Orrery.Operations;

/// <summary>An operation that only reads: it runs on a snapshot, takes no lock and cannot change the world.</summary>
/// <typeparam name="TRequest">The generated request.</typeparam>
/// <typeparam name="TResult">The generated result.</typeparam>
public interface IReadOperation<in TRequest, out TResult>
{
    /// <summary>Answers the request.</summary>
    /// <exception cref="Core.ServiceException">The request is refused.</exception>
    TResult Run(TRequest request, ReadCall call);
}
