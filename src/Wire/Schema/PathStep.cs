namespace Orrery.Wire.Schema;

/// <summary>One step from a request down to a value.</summary>
/// <param name="Member">The member, element or map value stepped into; null for an unknown member.</param>
/// <param name="Name">The member's name, the key in a map, or null for an element of a list.</param>
/// <param name="Index">The one-based position in a list.</param>
public readonly record struct PathStep(MemberSchema? Member, string? Name, int Index);
