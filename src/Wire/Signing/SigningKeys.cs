using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Orrery.Wire.Signing;

/// <summary>Derived signing keys per secret, date, region and service: four HMACs once a day, not each call.</summary>
public sealed class SigningKeys
{
    private const int Most = 4096;
    private readonly ConcurrentDictionary<(string Secret, string Date, string Region, string Service), byte[]> _keys =
        new();

    /// <summary>The signing key of a scope.</summary>
    public byte[] Get(string secretAccessKey, string date, string region, string service)
    {
        var id = (secretAccessKey, date, region, service);
        if (_keys.TryGetValue(id, out var known)) return known;
        // Callers choose date, region and service, so the cache must not grow without end.
        if (_keys.Count >= Most) _keys.Clear();
        return _keys[id] = Derive(secretAccessKey, date, region, service);
    }

    private static byte[] Derive(string secret, string date, string region, string service)
    {
        var key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secret), Encoding.UTF8.GetBytes(date));
        key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(region));
        key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(service));
        return HMACSHA256.HashData(key, "aws4_request"u8);
    }
}
