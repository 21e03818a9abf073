using Orrery.Engines.Policies.Documents;

namespace Orrery.Engines.Policies.Evaluation;

/// <summary>A policy where it is attached.</summary>
/// <param name="Name">Its ARN, or its name where it is inline.</param>
/// <param name="Document">The document.</param>
/// <param name="Source">How it came: <c>inline</c>, <c>managed</c>, <c>group admins</c>; null where that says
/// nothing.</param>
public sealed record AttachedPolicy(string Name, PolicyDocument Document, string? Source = null);
