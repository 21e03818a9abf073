using Orrery.Wire.Requests;

namespace Orrery.Tests.Unit.Wire.Requests;

/// <summary>A request (header lines separated by a bar, SignedAs empty when unsigned) and how it is refused.</summary>
public sealed record RefusedCase(
    string Line,
    string Headers,
    string Body,
    string SignedAs,
    WireProtocol Protocol,
    string Code,
    int Status);
