using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Orrery.Wire.Generated.Iam;

namespace Orrery.Services.Iam.Rules;

/// <summary>
/// SSH public keys of users, for CodeCommit: RSA, in the form of SSH or PEM. Sources: IAM API Reference,
/// UploadSSHPublicKey; RFC 4253, section 6.6.
/// </summary>
internal static class SshKeys
{
    private const string Kind = "ssh-rsa";
    private const int LeastBits = 2048;

    /// <summary>A key of a user.</summary>
    /// <exception cref="ServiceException">NoSuchEntity.</exception>
    public static SshKeyRecord Get(ReadCall call, UserRecord user, string id) =>
        call.Mine(Tables.SshKeys).Find(new(id)) is { } found && found.User == user.Id
            ? found
            : throw Errors.NoSuchEntity($"The Public Key with id {id} cannot be found.");

    /// <summary>A key that was given, in the form of SSH.</summary>
    /// <exception cref="ServiceException">InvalidPublicKey.</exception>
    public static string Normal(string body)
    {
        try
        {
            using var rsa = RSA.Create();
            if (body.TrimStart().StartsWith("-----BEGIN", StringComparison.Ordinal)) rsa.ImportFromPem(body);
            else rsa.ImportParameters(Parameters(body));
            return rsa.KeySize >= LeastBits ? Ssh(rsa.ExportParameters(false)) : throw Invalid();
        }
        catch (Exception wrong) when (
            wrong is CryptographicException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            throw Invalid();
        }
    }

    /// <summary>A key in the form that is asked for.</summary>
    public static string Encoded(SshKeyRecord key, EncodingType? encoding)
    {
        if (encoding != EncodingType.Pem) return key.Body;
        using var rsa = RSA.Create();
        rsa.ImportParameters(Parameters(key.Body));
        return rsa.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>What a key is known by.</summary>
    public static string Fingerprint(SshKeyRecord key)
    {
        var blob = Convert.FromBase64String(key.Body.Split(' ')[1]);
#pragma warning disable CA5351 // The fingerprint that IAM shows is MD5.
        return Convert.ToHexStringLower(MD5.HashData(blob)).Chunk(2).Select(c => new string(c))
            .Aggregate((all, next) => $"{all}:{next}");
#pragma warning restore CA5351
    }

    /// <summary>A key as the API writes it.</summary>
    public static SSHPublicKey Show(UserRecord user, SshKeyRecord key, EncodingType? encoding) => new()
    {
        UserName = user.Name,
        SSHPublicKeyId = key.Id.Value,
        Fingerprint = Fingerprint(key),
        SSHPublicKeyBody = Encoded(key, encoding),
        Status = KeyRules.Status(key.IsActive),
        UploadDate = key.UploadedAt,
    };

    private static RSAParameters Parameters(string body)
    {
        var words = body.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || words[0] != Kind) throw Invalid();
        var blob = Convert.FromBase64String(words[1].Trim());
        var at = 0;
        byte[] Next()
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(blob.AsSpan(at, 4));
            at += 4 + length;
            return blob[(at - length)..at];
        }

        if (Encoding.ASCII.GetString(Next()) != Kind) throw Invalid();
        var exponent = Next();
        var modulus = Next();
        return new() { Exponent = exponent, Modulus = modulus[0] == 0 ? modulus[1..] : modulus };
    }

    private static string Ssh(RSAParameters rsa)
    {
        using var blob = new MemoryStream();
        void Add(byte[] bytes)
        {
            byte[] positive = bytes[0] >= 0x80 ? [0, .. bytes] : bytes;
            Span<byte> length = stackalloc byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, positive.Length);
            blob.Write(length);
            blob.Write(positive);
        }

        Add(Encoding.ASCII.GetBytes(Kind));
        Add(rsa.Exponent!);
        Add(rsa.Modulus!);
        return $"{Kind} {Convert.ToBase64String(blob.ToArray())}";
    }

    private static ServiceException Invalid() => new("InvalidPublicKey", "The public key is malformed or invalid.");
}
