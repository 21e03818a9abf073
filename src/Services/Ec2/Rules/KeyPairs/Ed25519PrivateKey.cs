using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.KeyPairs;

/// <summary>
/// An ED25519 key out of the world's own chance (RFC 8032, section 5.1.5), written in OpenSSH's form (its file
/// PROTOCOL.key). Who knows the seed of the world knows the key.
/// </summary>
internal sealed class Ed25519PrivateKey
{
    private const int Length = 32;
    private const int Block = 8;
    private static readonly BigInteger P = BigInteger.Pow(2, 255) - 19;
    private static readonly BigInteger D = Mod(-121665 * Inverse(121666));
    private static readonly (BigInteger X, BigInteger Y) Base = (
        BigInteger.Parse("15112221349535400772501151409588531511454012693041857206046113283949847762202", null),
        Mod(4 * Inverse(5)));

    private readonly byte[] _seed = new byte[Length];
    private readonly byte[] _check = new byte[4];

    /// <summary>Draws a key.</summary>
    public Ed25519PrivateKey(SeededRandom random)
    {
        random.Fill(_seed);
        random.Fill(_check);
    }

    /// <summary>A key of a known seed.</summary>
    public Ed25519PrivateKey(byte[] seed) => seed.CopyTo(_seed, 0);

    /// <summary>Its public half.</summary>
    public SshPublicKey PublicKey => SshPublicKey.OfEd25519(Point());

    /// <summary>The key as OpenSSH writes it into a file, not encrypted.</summary>
    public string Pem(string comment)
    {
        var none = SshPublicKey.Field("none"u8);
        var point = Point();
        List<byte> secret =
        [
            .. _check, .. _check, .. SshPublicKey.Field("ssh-ed25519"u8), .. SshPublicKey.Field(point),
            .. SshPublicKey.Field([.. _seed, .. point]), .. SshPublicKey.Field(Encoding.UTF8.GetBytes(comment)),
        ];
        for (byte pad = 1; secret.Count % Block != 0; pad++)
        {
            secret.Add(pad);
        }

        byte[] file =
        [
            .. "openssh-key-v1\0"u8, .. none, .. none, .. SshPublicKey.Field([]), 0, 0, 0, 1,
            .. SshPublicKey.Field(PublicKey.Blob), .. SshPublicKey.Field([.. secret]),
        ];
        var text = Convert.ToBase64String(file).Chunk(70).Select(line => new string(line));
        return $"-----BEGIN OPENSSH PRIVATE KEY-----\n{string.Join('\n', text)}\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    /// <summary>The encoded public point.</summary>
    public byte[] Point()
    {
        var hash = SHA512.HashData(_seed);
        hash[0] &= 0xF8;
        hash[31] = (byte)(hash[31] & 0x7F | 0x40);
        var (x, y) = Multiply(new BigInteger(hash.AsSpan(0, Length), isUnsigned: true));
        var point = new byte[Length];
        y.TryWriteBytes(point, out _, isUnsigned: true);
        point[31] |= x.IsEven ? (byte)0 : (byte)0x80;
        return point;
    }

    // In extended coordinates (RFC 8032, section 5.1.4), where adding needs no division.
    private static (BigInteger X, BigInteger Y) Multiply(BigInteger scalar)
    {
        var sum = new Extended(0, 1, 1, 0);
        var point = new Extended(Base.X, Base.Y, 1, Mod(Base.X * Base.Y));
        for (; !scalar.IsZero; scalar >>= 1)
        {
            if (!scalar.IsEven)
            {
                sum = Add(sum, point);
            }

            point = Add(point, point);
        }

        var inverse = Inverse(sum.Z);
        return (Mod(sum.X * inverse), Mod(sum.Y * inverse));
    }

    private static Extended Add(Extended one, Extended other)
    {
        var a = Mod((one.Y - one.X) * (other.Y - other.X));
        var b = Mod((one.Y + one.X) * (other.Y + other.X));
        var c = Mod(2 * Mod(one.T * other.T) * D);
        var d = Mod(2 * one.Z * other.Z);
        var (e, f, g, h) = (b - a, d - c, d + c, b + a);
        return new(Mod(e * f), Mod(g * h), Mod(f * g), Mod(e * h));
    }

    private readonly record struct Extended(BigInteger X, BigInteger Y, BigInteger Z, BigInteger T);

    private static BigInteger Inverse(BigInteger value) => BigInteger.ModPow(Mod(value), P - 2, P);

    private static BigInteger Mod(BigInteger value)
    {
        var rest = value % P;
        return rest.Sign < 0 ? rest + P : rest;
    }
}
