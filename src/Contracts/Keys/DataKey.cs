namespace Orrery.Contracts.Keys;

/// <summary>A data key: to encrypt with, and as it is kept beside what it encrypts.</summary>
/// <param name="KeyArn">The KMS key that it is encrypted under.</param>
/// <param name="Plaintext">The bytes; never to be kept or written anywhere.</param>
/// <param name="Ciphertext">The same, encrypted.</param>
public sealed record DataKey(string KeyArn, byte[] Plaintext, byte[] Ciphertext);
