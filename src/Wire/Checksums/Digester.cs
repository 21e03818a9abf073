using System.Buffers.Binary;
using System.IO.Hashing;
using System.Security.Cryptography;

namespace Orrery.Wire.Checksums;

/// <summary>Takes several checksums of bytes as they pass.</summary>
public sealed class Digester : IDisposable
{
    private static readonly DigestKind[] Kinds = Enum.GetValues<DigestKind>()[1..];
    private readonly List<(DigestKind Kind, IncrementalHash Hash)> _hashes = [];
    private readonly List<(DigestKind Kind, NonCryptographicHashAlgorithm Hash)> _fast = [];
    private readonly List<(DigestKind Kind, CrcModel Model)> _crcs = [];
    private readonly ulong[] _states = new ulong[3];

    /// <summary>Takes the checksums of some kinds.</summary>
    public Digester(DigestKind kinds)
    {
        foreach (var kind in Kinds)
        {
            if ((kinds & kind) == 0) continue;
            if (CrcOf(kind) is { } model)
            {
                _states[_crcs.Count] = model.Start;
                _crcs.Add((kind, model));
            }
            else if (FastOf(kind) is { } fast)
            {
                _fast.Add((kind, fast));
            }
            else
            {
                _hashes.Add((kind, IncrementalHash.CreateHash(NameOf(kind))));
            }
        }
    }

    /// <summary>Takes more bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        foreach (var (_, hash) in _hashes) hash.AppendData(bytes);
        foreach (var (_, hash) in _fast) hash.Append(bytes);
        for (var i = 0; i < _crcs.Count; i++) _states[i] = _crcs[i].Model.Append(_states[i], bytes);
    }

    /// <summary>The checksums of all bytes so far, as AWS writes them: the most significant byte first.</summary>
    public DigestSet Result()
    {
        var values = new Dictionary<DigestKind, byte[]>();
        foreach (var (kind, hash) in _hashes) values[kind] = hash.GetCurrentHash();
        foreach (var (kind, hash) in _fast) values[kind] = hash.GetCurrentHash();
        for (var i = 0; i < _crcs.Count; i++) values[_crcs[i].Kind] = Bytes(_crcs[i].Model, _states[i]);
        return new(values);

        static byte[] Bytes(CrcModel model, ulong state) => ToBytes(model, model.Value(state));
    }

    /// <summary>The checksum of some bytes.</summary>
    public static byte[] Of(DigestKind kind, ReadOnlySpan<byte> bytes)
    {
        using var digester = new Digester(kind);
        digester.Append(bytes);
        return digester.Result()[kind];
    }

    /// <summary>Whether checksums of this kind can be joined without the bytes.</summary>
    public static bool CanJoin(DigestKind kind) => CrcOf(kind) is not null;

    /// <summary>The checksum of two runs of bytes, one after the other, from theirs.</summary>
    /// <param name="kind">One of the CRCs.</param>
    /// <param name="first">The checksum of the first run.</param>
    /// <param name="second">The checksum of the second.</param>
    /// <param name="secondLength">The number of bytes of the second.</param>
    public static byte[] Join(DigestKind kind, byte[] first, byte[] second, long secondLength)
    {
        var model = CrcOf(kind) ?? throw new ArgumentException($"{kind} cannot be joined.");
        return ToBytes(model, model.Join(FromBytes(first), FromBytes(second), secondLength));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, hash) in _hashes) hash.Dispose();
    }

    private static CrcModel? CrcOf(DigestKind kind) => kind switch
    {
        DigestKind.Crc32 => CrcModel.Crc32,
        DigestKind.Crc32C => CrcModel.Crc32C,
        DigestKind.Crc64Nvme => CrcModel.Crc64Nvme,
        _ => null,
    };

    // They give their canonical form: the most significant byte first, as all checksums of S3 (of these it is guessed).
    private static NonCryptographicHashAlgorithm? FastOf(DigestKind kind) => kind switch
    {
        DigestKind.XxHash64 => new XxHash64(),
        DigestKind.XxHash3 => new XxHash3(),
        DigestKind.XxHash128 => new XxHash128(),
        _ => null,
    };

    private static HashAlgorithmName NameOf(DigestKind kind) => kind switch
    {
        DigestKind.Md5 => HashAlgorithmName.MD5,
        DigestKind.Sha1 => HashAlgorithmName.SHA1,
        DigestKind.Sha256 => HashAlgorithmName.SHA256,
        DigestKind.Sha512 => HashAlgorithmName.SHA512,
        _ => throw new ArgumentException($"{kind} is not one kind of checksum."),
    };

    private static byte[] ToBytes(CrcModel model, ulong value)
    {
        var bytes = new byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes[(sizeof(ulong) - (model.Width / 8))..];
    }

    private static ulong FromBytes(byte[] bytes)
    {
        var value = 0UL;
        foreach (var one in bytes) value = (value << 8) | one;
        return value;
    }
}
