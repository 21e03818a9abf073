namespace Orrery.Contracts.Keys;

/// <summary>What was decrypted.</summary>
/// <param name="KeyArn">The key that opened it.</param>
/// <param name="Plaintext">The bytes.</param>
public sealed record OpenedText(string KeyArn, byte[] Plaintext);
