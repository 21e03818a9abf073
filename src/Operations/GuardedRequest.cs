using Orrery.Wire.Requests;
using Orrery.Wire.Schema;

namespace Orrery.Operations;

/// <summary>What a guard decides about.</summary>
/// <param name="Entry">The operation.</param>
/// <param name="Request">The request, read.</param>
/// <param name="Wire">The request as it came.</param>
/// <param name="Family">How errors are named in the protocol in which it came.</param>
public readonly record struct GuardedRequest(
    OperationEntry Entry, IShape Request, WireRequest Wire, ErrorFamily Family);
