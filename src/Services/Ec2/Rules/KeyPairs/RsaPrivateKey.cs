using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Ec2.Rules.KeyPairs;

/// <summary>
/// An RSA key of 2048 bits out of the world's own chance, so that the same calls make the same key (RFC 8017; the
/// primes by Miller and Rabin, FIPS 186-5, appendix B.3.1). Who knows the seed of the world knows the key.
/// Finding the primes takes some hundred milliseconds, in which nothing else is written.
/// </summary>
internal sealed class RsaPrivateKey
{
    private const int PrimeBytes = 128;
    private const int Rounds = 5;
    private static readonly BigInteger PublicExponent = 65537;
    private static readonly BigInteger[] SmallPrimes = Sieve(8192);
    private readonly BigInteger _p;
    private readonly BigInteger _q;
    private readonly BigInteger _d;

    /// <summary>Draws a key.</summary>
    public RsaPrivateKey(SeededRandom random)
    {
        var one = Prime(random);
        var other = Prime(random);
        (_p, _q) = one > other ? (one, other) : (other, one);
        _d = Inverse(PublicExponent, (_p - 1) * (_q - 1));
    }

    /// <summary>Its public half.</summary>
    public SshPublicKey PublicKey => SshPublicKey.OfRsa(PublicExponent, _p * _q);

    /// <summary>The key in PKCS #1's form, as text.</summary>
    public string Pem() => PemEncoding.WriteString("RSA PRIVATE KEY", Pkcs1());

    /// <summary>The fingerprint of a key that EC2 made: SHA-1 of the private key in PKCS #8's form.</summary>
    public string Fingerprint()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(0);
            WriteAlgorithm(writer);
            writer.WriteOctetString(Pkcs1());
        }
#pragma warning disable CA5350 // It guards nothing: AWS's fingerprint is defined so.
        return SshPublicKey.Colons(SHA1.HashData(writer.Encode()));
#pragma warning restore CA5350
    }

    /// <summary>Writes that a key is one of RSA.</summary>
    public static void WriteAlgorithm(AsnWriter writer)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
            writer.WriteNull();
        }
    }

    private byte[] Pkcs1()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            BigInteger[] numbers =
            [
                0, _p * _q, PublicExponent, _d, _p, _q, _d % (_p - 1), _d % (_q - 1), Inverse(_q, _p),
            ];
            Array.ForEach(numbers, number => writer.WriteInteger(number));
        }

        return writer.Encode();
    }

    // The two highest bits are set, so that the product of two has all of its bits.
    private static BigInteger Prime(SeededRandom random)
    {
        Span<byte> bytes = stackalloc byte[PrimeBytes];
        while (true)
        {
            random.Fill(bytes);
            bytes[0] |= 0xC0;
            bytes[^1] |= 1;
            var candidate = new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
            if (!Array.Exists(SmallPrimes, prime => candidate % prime == 0)
                && (candidate - 1) % PublicExponent != 0 && IsPrime(candidate, random))
            {
                return candidate;
            }
        }
    }

    private static bool IsPrime(BigInteger candidate, SeededRandom random)
    {
        var odd = candidate - 1;
        var twos = 0;
        while (odd.IsEven)
        {
            odd >>= 1;
            twos++;
        }

        for (var round = 0; round < Rounds; round++)
        {
            if (IsWitness(new BigInteger(random.NextUInt64() >> 1) + 2, candidate, (odd, twos)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsWitness(BigInteger number, BigInteger candidate, (BigInteger Odd, int Twos) of)
    {
        var power = BigInteger.ModPow(number, of.Odd, candidate);
        if (power.IsOne || power == candidate - 1)
        {
            return false;
        }

        for (var i = 1; i < of.Twos; i++)
        {
            power = power * power % candidate;
            if (power == candidate - 1)
            {
                return false;
            }
        }

        return true;
    }

    private static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        var (old, now) = (number, modulus);
        var (oldFactor, factor) = (BigInteger.One, BigInteger.Zero);
        while (!now.IsZero)
        {
            var quotient = old / now;
            (old, now) = (now, old - quotient * now);
            (oldFactor, factor) = (factor, oldFactor - quotient * factor);
        }

        return oldFactor.Sign < 0 ? oldFactor + modulus : oldFactor;
    }

    private static BigInteger[] Sieve(int limit)
    {
        var composite = new bool[limit];
        var primes = new List<BigInteger>();
        for (var n = 3; n < limit; n += 2)
        {
            if (!composite[n])
            {
                primes.Add(n);
                for (var multiple = n; multiple < limit; multiple += n)
                {
                    composite[multiple] = true;
                }
            }
        }

        return [.. primes];
    }
}
