using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>What was decrypted.</summary>
/// <param name="Place">The key.</param>
/// <param name="Plaintext">The bytes; an array, which a record does not print.</param>
/// <param name="Algorithm">How.</param>
/// <param name="MaterialId">With which material; null for asymmetric keys.</param>
internal sealed record Opened(
    KeyPlace Place, byte[] Plaintext, EncryptionAlgorithmSpec Algorithm, string? MaterialId);
