namespace Orrery.Wire.Schema;

/// <summary>An XML namespace that an element declares.</summary>
/// <param name="Uri">The namespace.</param>
/// <param name="Prefix">Its prefix, or null for the default namespace.</param>
public sealed record XmlNamespace(string Uri, string? Prefix = null);
