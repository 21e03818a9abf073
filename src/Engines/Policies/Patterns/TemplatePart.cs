using Orrery.Engines.Policies.Requests;

namespace Orrery.Engines.Policies.Patterns;

/// <summary>A part of a text: plain, or a variable.</summary>
/// <param name="Text">The plain text, its wildcards compiled.</param>
/// <param name="Key">The variable; null for plain text.</param>
/// <param name="Default">What stands for a variable without a value.</param>
internal sealed record TemplatePart(string Text, ContextKey? Key, string? Default);
