namespace Orrery.Contracts.Identity;

/// <summary>A policy document with where it is from.</summary>
/// <param name="Source">The ARN of a managed policy, or the holder's ARN, a hash and an inline policy's name.</param>
/// <param name="Document">The document.</param>
public sealed record PolicyText(string Source, string Document);
