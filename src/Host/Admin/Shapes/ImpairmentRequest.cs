using Orrery.Contracts.Instances;

namespace Orrery.Host.Admin.Shapes;

/// <summary>What is wrong with an instance.</summary>
/// <param name="Check">The status check that fails.</param>
/// <param name="For">How long: <c>30m</c>; none given: until it is mended.</param>
/// <param name="Silent">Whether nothing is heard of the check, rather than that it fails.</param>
public sealed record ImpairmentRequest(
    CheckKind Check = CheckKind.System, string? For = null, bool Silent = false);
