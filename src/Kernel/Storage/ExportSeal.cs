namespace Orrery.Kernel.Storage;

/// <summary>How the secrets of an exported world are sealed. The shape only grows.</summary>
/// <param name="Salt">The salt of the key, in base64.</param>
/// <param name="Rounds">The rounds of PBKDF2.</param>
/// <param name="Check">By which a wrong passphrase is known.</param>
/// <param name="Seed">The world's seed, sealed: keys are made of it.</param>
internal sealed record ExportSeal(string Salt, int Rounds, string Check, string Seed);
