using Orrery.Wire.Generated.Kms;

namespace Orrery.Services.Kms.Rules;

/// <summary>How something is to be decrypted.</summary>
/// <param name="KeyId">With which key; null where the ciphertext says.</param>
/// <param name="Algorithm">How; symmetric where it is null.</param>
/// <param name="Operation">The permission that it needs.</param>
internal sealed record OpenWish(string? KeyId, EncryptionAlgorithmSpec? Algorithm, string Operation);
