using System.Security.Cryptography;
using System.Text;

namespace Orrery.Services.S3.Rules.Encrypting;

/// <summary>
/// A customer's key (SSE-C) as headers bring it. Sources: S3 user guide, "Using server-side encryption with
/// customer-provided keys (SSE-C)"; texts of errors as AWS gives them. It may come over plain HTTP here.
/// </summary>
/// <param name="Algorithm">The algorithm: AES256, or null.</param>
/// <param name="Key">The key in Base64, or null.</param>
/// <param name="Md5">The MD5 of the key in Base64, or null.</param>
internal readonly record struct CustomerKey(string? Algorithm, string? Key, string? Md5)
{
    private const int Bytes = 32;
    private const string Start = "Requests specifying Server Side Encryption with Customer provided keys must provide ";

    /// <summary>Whether any of it was sent.</summary>
    public bool IsSent => Algorithm is not null || Key is not null || Md5 is not null;

    /// <summary>Refuses one that is none.</summary>
    /// <exception cref="ServiceException">InvalidArgument, InvalidEncryptionAlgorithmError.</exception>
    public void Check()
    {
        if (!IsSent) return;
        if (Algorithm is null) throw Errors.InvalidArgument(Start + "a valid encryption algorithm.");
        if (Algorithm != "AES256")
            throw new ServiceException(
                "InvalidEncryptionAlgorithmError",
                "The encryption request you specified is not valid. The valid value is AES256.");
        if (Key is null) throw Errors.InvalidArgument(Start + "an appropriate secret key.");
        if (Md5 is null) throw Errors.InvalidArgument(Start + "the client calculated MD5 of the secret key.");
        Span<byte> key = stackalloc byte[Bytes * 2];
        if (!Convert.TryFromBase64String(Key, key, out var length) || length != Bytes)
            throw Errors.InvalidArgument("The secret key was invalid for the specified algorithm.");
        if (Convert.ToBase64String(MD5.HashData(key[..length])) != Md5)
            throw Errors.InvalidArgument(
                "The calculated MD5 hash of the key did not match the hash that was provided.");
    }

    /// <summary>By what it is known again.</summary>
    public string Hash(string salt) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Convert.FromBase64String(Key!)));
}
