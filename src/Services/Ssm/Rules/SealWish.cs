using Orrery.Wire.Generated.Ssm;

namespace Orrery.Services.Ssm.Rules;

/// <summary>How the value of a SecureString is encrypted.</summary>
/// <param name="Name">The name of the parameter.</param>
/// <param name="Tier">Its tier.</param>
/// <param name="KeyId">The key; null for <c>aws/ssm</c>.</param>
internal sealed record SealWish(string Name, ParameterTier Tier, string? KeyId);
