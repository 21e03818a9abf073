using Orrery.Wire.Schema;

namespace Orrery.Wire.Protocols.Http;

/// <summary>What the HTTP message holds for a member outside of its body.</summary>
/// <param name="Member">The member.</param>
/// <param name="Texts">One text, or the elements of a list.</param>
/// <param name="Entries">The entries of a map, or null.</param>
/// <param name="Bytes">The raw body, or null.</param>
internal sealed record BoundValue(
    MemberSchema Member,
    IReadOnlyList<string> Texts,
    IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? Entries = null,
    ReadOnlyMemory<byte>? Bytes = null);
