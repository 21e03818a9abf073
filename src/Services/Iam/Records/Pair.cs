namespace Orrery.Services.Iam.Records;

/// <summary>A tag, or an inline policy with its document.</summary>
/// <param name="Key">The tag's key, or the policy's name.</param>
/// <param name="Value">The tag's value, or the policy's document.</param>
internal sealed record Pair(string Key, string Value);
