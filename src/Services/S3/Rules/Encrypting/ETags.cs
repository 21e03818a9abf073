using System.Security.Cryptography;
using System.Text;
using Orrery.Services.S3.Records;

namespace Orrery.Services.S3.Rules.Encrypting;

/// <summary>
/// ETags: the MD5 of the bytes, but where KMS or a customer's key encrypts them. Source: S3 API Reference, "Object",
/// ETag.
/// </summary>
internal static class ETags
{
    /// <summary>Whether an encryption hides the MD5.</summary>
    public static bool IsHidden(EncryptionRecord? encryption) =>
        encryption is { DataKey: not null } or { CustomerKey: not null };

    /// <summary>The ETag of bytes with an MD5, in quotes.</summary>
    /// <param name="md5">The MD5, in hexadecimal digits; with or without quotes.</param>
    /// <param name="encryption">How they are encrypted.</param>
    public static string Of(string md5, EncryptionRecord? encryption)
    {
        var plain = md5.Trim('"');
        if (!IsHidden(encryption)) return $"\"{plain}\"";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        hash.AppendData(Encoding.ASCII.GetBytes(plain));
        hash.AppendData(encryption!.DataKey ?? Encoding.ASCII.GetBytes(encryption.CustomerKey!));
        return $"\"{Convert.ToHexStringLower(hash.GetHashAndReset())}\"";
    }
}
