using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.KeyPairs;

/// <summary>
/// A public key in OpenSSH's form (RFC 4253, section 6.6; RFC 8709). Source of what EC2 takes and of its fingerprints:
/// EC2 User Guide, "Amazon EC2 key pairs" and "Verify the fingerprint of your key pair".
/// </summary>
internal sealed class SshPublicKey
{
    private const string Rsa = "ssh-rsa";
    private const string Ed25519 = "ssh-ed25519";
    private const int Ed25519Length = 32;
    private static readonly int[] RsaBits = [1024, 2048, 4096];
    private readonly byte[] _blob;

    private SshPublicKey(KeyType type, byte[] blob, BigInteger exponent, BigInteger modulus)
    {
        Type = type;
        _blob = blob;
        Exponent = exponent;
        Modulus = modulus;
    }

    /// <summary>RSA or ED25519.</summary>
    public KeyType Type { get; }

    private BigInteger Exponent { get; }

    private BigInteger Modulus { get; }

    /// <summary>A public RSA key.</summary>
    public static SshPublicKey OfRsa(BigInteger exponent, BigInteger modulus) => new(
        KeyType.Rsa,
        [.. Field(Encoding.ASCII.GetBytes(Rsa)), .. Field(Mpint(exponent)), .. Field(Mpint(modulus))],
        exponent,
        modulus);

    /// <summary>A public ED25519 key.</summary>
    public static SshPublicKey OfEd25519(byte[] point) =>
        new(KeyType.Ed25519, [.. Field(Encoding.ASCII.GetBytes(Ed25519)), .. Field(point)], 0, 0);

    /// <summary>Reads a line of OpenSSH's form; what follows the key is a comment.</summary>
    /// <exception cref="ServiceException">InvalidKey.Format.</exception>
    public static SshPublicKey Parse(string line)
    {
        var parts = line.Trim().Split(' ', 3);
        if (parts.Length < 2 || !Base64.IsValid(parts[1].AsSpan()))
        {
            throw Invalid();
        }

        var blob = Convert.FromBase64String(parts[1]);
        var fields = Fields(blob);
        return (parts[0], fields) switch
        {
            (Rsa, [var name, var exponent, var modulus]) when Is(name, Rsa) => CheckRsa(
                OfRsa(new(exponent, isBigEndian: true), new(modulus, isBigEndian: true))),
            (Ed25519, [var name, { Length: Ed25519Length } point]) when Is(name, Ed25519) => OfEd25519(point),
            _ => throw Invalid(),
        };
    }

    /// <summary>The blob that OpenSSH encodes in base64.</summary>
    public ReadOnlySpan<byte> Blob => _blob;

    /// <summary>The line of OpenSSH's form.</summary>
    public string Line(string comment) =>
        $"{(Type == KeyType.Rsa ? Rsa : Ed25519)} {Convert.ToBase64String(_blob)} {comment}";

    /// <summary>The fingerprint of an imported key: MD5 of the public key in DER for RSA, else SHA-256.</summary>
    public string Fingerprint()
    {
        if (Type == KeyType.Ed25519)
        {
            return Convert.ToBase64String(SHA256.HashData(_blob));
        }
#pragma warning disable CA5351 // It guards nothing: AWS's fingerprint is defined so.
        return Colons(MD5.HashData(Rfc5280()));
#pragma warning restore CA5351
    }

    /// <summary>Bytes as pairs of hexadecimal digits between colons.</summary>
    public static string Colons(byte[] hash) => string.Join(':', hash.Select(b => b.ToString("x2", null)));

    /// <summary>A field of OpenSSH's binary forms: its length in four bytes, then its bytes.</summary>
    public static byte[] Field(ReadOnlySpan<byte> bytes)
    {
        var field = new byte[4 + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(field, bytes.Length);
        bytes.CopyTo(field.AsSpan(4));
        return field;
    }

    private static byte[] Mpint(BigInteger value) => value.ToByteArray(isBigEndian: true);

    private static List<byte[]> Fields(ReadOnlySpan<byte> blob)
    {
        var fields = new List<byte[]>();
        while (blob.Length >= 4)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(blob);
            if (length < 0 || length > blob.Length - 4)
            {
                throw Invalid();
            }

            fields.Add(blob.Slice(4, length).ToArray());
            blob = blob[(4 + length)..];
        }

        return blob.IsEmpty ? fields : throw Invalid();
    }

    private static bool Is(byte[] name, string expected) => Encoding.ASCII.GetString(name) == expected;

    private static SshPublicKey CheckRsa(SshPublicKey key) =>
        key.Exponent.Sign > 0 && key.Modulus.Sign > 0 && RsaBits.Contains((int)key.Modulus.GetBitLength())
            ? key
            : throw Invalid();

    // SubjectPublicKeyInfo.
    private byte[] Rfc5280()
    {
        var key = new AsnWriter(AsnEncodingRules.DER);
        using (key.PushSequence())
        {
            key.WriteInteger(Modulus);
            key.WriteInteger(Exponent);
        }

        var info = new AsnWriter(AsnEncodingRules.DER);
        using (info.PushSequence())
        {
            RsaPrivateKey.WriteAlgorithm(info);
            info.WriteBitString(key.Encode());
        }

        return info.Encode();
    }

    private static ServiceException Invalid() =>
        new("InvalidKey.Format", "Key is not in valid OpenSSH public key format");
}
