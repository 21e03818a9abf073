using System.Security.Cryptography;
using System.Text;

namespace Orrery.Kernel.Storage;

/// <summary>
/// Seals the secrets of exported worlds under a passphrase: AES-256-GCM under a key of PBKDF2. A sealed text tells
/// where it belongs, so it opens nowhere else. The nonce is a keyed hash of place and text: equal worlds give equal
/// bytes under the same passphrase. Why: <c>docs/adr/0017-secrets-leave-sealed.md</c>.
/// </summary>
internal sealed class Sealer
{
    // OWASP Password Storage Cheat Sheet: 600,000 rounds of PBKDF2 with SHA-256.
    private const int Rounds = 600_000;
    private const int SaltLength = 16;
    private const int KeyLength = 32;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _cipherKey;
    private readonly byte[] _nonceKey;

    private Sealer(string passphrase, byte[] salt, int rounds)
    {
        var key = Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, rounds, HashAlgorithmName.SHA256, KeyLength);
        _cipherKey = HKDF.Expand(HashAlgorithmName.SHA256, key, KeyLength, "cipher"u8.ToArray());
        _nonceKey = HKDF.Expand(HashAlgorithmName.SHA256, key, KeyLength, "nonce"u8.ToArray());
    }

    private string Check => Convert.ToBase64String(HMACSHA256.HashData(_nonceKey, "check"u8.ToArray()));

    /// <summary>A sealer for a new export, and what its head says of it.</summary>
    /// <param name="passphrase">The passphrase.</param>
    /// <param name="header">The header of the world.</param>
    /// <param name="tip">The last commit of the export: the salt is made of it.</param>
    public static (Sealer Sealer, ExportSeal Seal) New(string passphrase, StoreHeader header, StoreTip tip)
    {
        var salt = SHA256.HashData(Encoding.UTF8.GetBytes($"{header.Start:O} {tip}"))[..SaltLength];
        var sealer = new Sealer(passphrase, salt, Rounds);
        var seed = sealer.Seal("seed", Encoding.UTF8.GetBytes($"\"{header.Seed}\""));
        return (sealer, new(Convert.ToBase64String(salt), Rounds, sealer.Check, Encoding.UTF8.GetString(seed)));
    }

    /// <summary>The sealer of an export, and the seed that its head has sealed.</summary>
    /// <exception cref="SealedExportException">There is no passphrase, or it is another.</exception>
    /// <exception cref="InvalidDataException">The head is not whole.</exception>
    public static (Sealer Sealer, long Seed) Of(string? passphrase, ExportSeal seal)
    {
        if (passphrase is null)
            throw new SealedExportException("The secrets of this world are sealed under a passphrase: it is needed.");
        if (seal.Rounds is < 1 or > 10 * Rounds) throw Damaged();
        var salt = new byte[SaltLength];
        if (!Convert.TryFromBase64String(seal.Salt, salt, out var length) || length != SaltLength) throw Damaged();
        var sealer = new Sealer(passphrase, salt, seal.Rounds);
        if (!CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(sealer.Check), Encoding.UTF8.GetBytes(seal.Check)))
        {
            throw new SealedExportException("The secrets of this world are sealed under another passphrase.");
        }

        var seed = Encoding.UTF8.GetString(sealer.Open("seed", Encoding.UTF8.GetBytes(seal.Seed))).Trim('"');
        return long.TryParse(seed, out var number) ? (sealer, number) : throw Damaged();
    }

    /// <summary>A row with its secrets sealed.</summary>
    public byte[] Seal(Space space, string key, byte[] json, IReadOnlyList<string> members) =>
        SecretMembers.Replace(json, members, text => Seal(Place(space, key), text));

    /// <summary>A row with its secrets opened.</summary>
    /// <exception cref="InvalidDataException">A sealed text was changed, or moved from elsewhere.</exception>
    public byte[] Open(Space space, string key, byte[] json, IReadOnlyList<string> members) =>
        SecretMembers.Replace(json, members, text => Open(Place(space, key), text));

    private static byte[] Place(Space space, string key) =>
        Encoding.UTF8.GetBytes($"{space.Table}\n{space.Scope}\n{key}");

    private byte[] Seal(string place, byte[] text) => Seal(Encoding.UTF8.GetBytes(place), text);

    private byte[] Open(string place, byte[] text) => Open(Encoding.UTF8.GetBytes(place), text);

    private byte[] Seal(byte[] place, byte[] text)
    {
        var all = new byte[NonceLength + text.Length + TagLength];
        var nonce = all.AsSpan(0, NonceLength);
        byte[] named = [.. place, 0, .. text];
        HMACSHA256.HashData(_nonceKey, named)[..NonceLength].CopyTo(nonce);
        using var aes = new AesGcm(_cipherKey, TagLength);
        aes.Encrypt(nonce, text, all.AsSpan(NonceLength, text.Length), all.AsSpan(NonceLength + text.Length), place);
        return Encoding.UTF8.GetBytes($"\"{Convert.ToBase64String(all)}\"");
    }

    private byte[] Open(byte[] place, byte[] text)
    {
        try
        {
            var all = Convert.FromBase64String(Encoding.UTF8.GetString(text.AsSpan(1, text.Length - 2)));
            if (all.Length < NonceLength + TagLength) throw Damaged();
            var plain = new byte[all.Length - NonceLength - TagLength];
            using var aes = new AesGcm(_cipherKey, TagLength);
            var cipher = all.AsSpan(NonceLength, plain.Length);
            aes.Decrypt(all.AsSpan(0, NonceLength), cipher, all.AsSpan(^TagLength..), plain, place);
            return plain;
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException)
        {
            throw Damaged();
        }
    }

    private static InvalidDataException Damaged() => new("A sealed secret of the exported world was changed.");
}
