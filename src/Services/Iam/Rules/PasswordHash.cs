using System.Security.Cryptography;
using System.Text;

namespace Orrery.Services.Iam.Rules;

/// <summary>Passwords are kept as salted hashes only.</summary>
internal static class PasswordHash
{
    private const int SaltBytes = 16;
    private const int HashBytes = 32;
    private const int Rounds = 10_000;

    /// <summary>The hash of a password, with a new salt.</summary>
    public static string Of(Call call, string password)
    {
        var salt = new byte[SaltBytes];
        call.Random.Fill(salt);
        return Convert.ToBase64String([.. salt, .. Derive(password, salt)]);
    }

    /// <summary>Whether a hash is that of a password.</summary>
    public static bool Matches(string hash, string password)
    {
        var bytes = Convert.FromBase64String(hash);
        return CryptographicOperations.FixedTimeEquals(
            bytes.AsSpan(SaltBytes), Derive(password, bytes[..SaltBytes]));
    }

    private static byte[] Derive(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(
            Encoding.UTF8.GetBytes(password), salt, Rounds, HashAlgorithmName.SHA256, HashBytes);
}
