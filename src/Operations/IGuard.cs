using Orrery.Core;
using Orrery.Kernel.Calls;

namespace Orrery.Operations;

/// <summary>
/// Decides whether a caller may do what it asks for. It is asked as part of the call, before the operation runs, so
/// that it sees the world that the operation sees. The house offers it as a port; without one all may.
/// </summary>
public interface IGuard
{
    /// <summary>Lets a call pass.</summary>
    /// <exception cref="ServiceException">It does not.</exception>
    void Check(ReadCall call, GuardedRequest request);

    /// <summary>
    /// The refusal of a further action of a request that was let pass, as each secret of many that are read; null where
    /// it is allowed.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="request">The request as the operation got it.</param>
    /// <param name="action">For example <c>secretsmanager:GetSecretValue</c>.</param>
    /// <param name="arn">The resource.</param>
    ServiceException? Refusal(ReadCall call, object request, string action, string arn) => null;

    /// <summary>Whether it is yet to be noted that the caller used an operation; a call that reads cannot.</summary>
    bool IsUseDue(ReadCall call, OperationEntry entry) => false;

    /// <summary>Notes that the caller used an operation.</summary>
    void NoteUse(Call call, OperationEntry entry)
    {
    }
}
