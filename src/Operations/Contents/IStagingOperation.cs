using Orrery.Kernel.Calls;

namespace Orrery.Operations.Contents;

/// <summary>
/// An operation that changes the world and for which bytes are taken in first. A call waits for nothing and may run
/// twice, so the bytes come before it: <see cref="Order"/> refuses what can be refused without them, the bytes become
/// durable, then <see cref="Run"/> decides anew in the world of its own transaction.
/// </summary>
/// <typeparam name="TRequest">The generated request.</typeparam>
/// <typeparam name="TResult">The generated result.</typeparam>
public interface IStagingOperation<in TRequest, out TResult>
{
    /// <summary>Says what is to be taken in.</summary>
    /// <exception cref="Core.ServiceException">The request is refused; its body is not read.</exception>
    ContentOrder Order(TRequest request, ReadCall call);

    /// <summary>Makes the change and tells the result. If it throws, the bytes are thrown away; if not, it has put
    /// their name into a record.</summary>
    /// <exception cref="Core.ServiceException">The request is refused.</exception>
    TResult Run(TRequest request, StagedContent content, Call call);
}
