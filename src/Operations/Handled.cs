using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Wire.Requests;

namespace Orrery.Operations;

/// <summary>What became of a request: the answer, and what the log says of it.</summary>
/// <param name="Response">The answer.</param>
/// <param name="RequestId">The id that the answer carries.</param>
/// <param name="Operation">For example <c>ec2:DescribeVpcs</c>; what was sent where no operation was found.</param>
/// <param name="Info">Who called where; null where it was refused before that was known.</param>
/// <param name="ErrorCode">The error code, or null.</param>
public sealed record Handled(
    WireResponse Response, string RequestId, string Operation, CallInfo? Info, string? ErrorCode)
{
    /// <summary>What broke inside, where the answer is InternalFailure: for the log, never for the client.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The refusal, where it has reasons that a person may ask for later.</summary>
    public ServiceException? Refusal { get; init; }
}
