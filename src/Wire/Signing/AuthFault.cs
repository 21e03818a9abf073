namespace Orrery.Wire.Signing;

/// <summary>What is wrong with a request's signature, before it is said in the words of a service.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">A sentence of AWS's own where it gives one, else empty.</param>
public sealed record AuthFault(AuthFaultKind Kind, string Detail = "");
