using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Metadata;

/// <summary>
/// The session tokens of version 2. Nothing is stored for one: it says until when it lasts, sealed for its instance.
/// The seal keeps tokens of other instances and altered ones out; it is no secret, as nothing of a model is. Source:
/// EC2 User Guide, "Use the Instance Metadata Service" (1 second to 6 hours; for one instance only).
/// </summary>
internal static class MetadataToken
{
    /// <summary>The longest life of a token, in seconds.</summary>
    public const int Longest = 21_600;

    private const int Size = sizeof(long) + SHA256.HashSizeInBytes;

    /// <summary>The number of seconds that a header asks for; null where that is not from 1 to 21,600.</summary>
    public static int? Seconds(string? header) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 1 and <= Longest
            ? seconds
            : null;

    /// <summary>A token: 56 characters.</summary>
    public static string Make(InstanceRecord instance, DateTimeOffset until)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, until.UtcTicks);
        Seal(instance, bytes[..sizeof(long)], bytes[sizeof(long)..]);
        return Base64Url.EncodeToString(bytes) + "==";
    }

    /// <summary>Until when a token lasts; null where it was not made for the instance.</summary>
    public static DateTimeOffset? Read(InstanceRecord instance, string token)
    {
        Span<byte> bytes = stackalloc byte[Size];
        Span<byte> seal = stackalloc byte[SHA256.HashSizeInBytes];
        if (token.Length != 56 || !Base64Url.TryDecodeFromChars(token, bytes, out var count) || count != Size)
        {
            return null;
        }

        Seal(instance, bytes[..sizeof(long)], seal);
        return seal.SequenceEqual(bytes[sizeof(long)..])
            ? new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero)
            : null;
    }

    private static void Seal(InstanceRecord instance, ReadOnlySpan<byte> text, Span<byte> seal)
    {
        var key = Encoding.UTF8.GetBytes($"imds {instance.Id} {instance.ReservationId}");
        HMACSHA256.HashData(key, text, seal);
    }
}
