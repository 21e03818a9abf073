namespace Orrery.Services.CloudWatch.Rules.Expressions;

/// <summary>A piece of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text: of a string, what is between the quotes.</param>
internal readonly record struct MathToken(MathTokenKind Kind, string Text);
