using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>A policy that reaches somebody, and how the API writes that.</summary>
/// <param name="Document">The document.</param>
/// <param name="Shown">The policy and whose it is.</param>
internal sealed record GrantingPolicy(string Document, PolicyGrantingServiceAccess Shown);
