namespace Orrery.Wire.Schema;

/// <summary>One broken constraint of a request.</summary>
/// <param name="Kind">Which constraint.</param>
/// <param name="Path">From the request down to the value.</param>
/// <param name="Member">The member; null for an unknown one.</param>
/// <param name="Value">The value as text; null where it is missing or must not be shown.</param>
public sealed record Violation(
    ViolationKind Kind,
    IReadOnlyList<PathStep> Path,
    MemberSchema? Member,
    string? Value);
