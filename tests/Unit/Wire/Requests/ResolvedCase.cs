using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>A request (header lines separated by a bar, SignedAs empty when unsigned) and what it is for.</summary>
public sealed record ResolvedCase(
    string Line,
    string Headers,
    string Body,
    string SignedAs,
    string Service,
    WireProtocol Protocol,
    string Operation);
