using System.Globalization;
using System.Security.Cryptography;
using Orrery.Kernel.State;
using Orrery.Services.S3.Ids;
using Orrery.Services.S3.Records;
using Orrery.Wire.Checksums;
using Orrery.Wire.Generated.S3;

namespace Orrery.Services.S3.Rules;

/// <summary>
/// Makes an object of parts. No byte is read: the object is its parts one after the other, its ETag and composite
/// checksum are of the parts', and a CRC of the whole is joined from theirs. Source: Amazon S3 API Reference,
/// CompleteMultipartUpload; S3 user guide, "Checking object integrity".
/// </summary>
internal static class Completing
{
    /// <summary>The parts that a client names, checked against those that came.</summary>
    /// <exception cref="ServiceException">MalformedXML, InvalidPartOrder, InvalidPart, EntityTooSmall,
    /// InvalidRequest.</exception>
    public static IReadOnlyList<PartRecord> PartsOf(
        ReadCall call, Place place, UploadRecord upload, IReadOnlyList<CompletedPart>? named)
    {
        if (named is not { Count: > 0 and <= Uploads.MostParts }) throw Errors.Malformed();
        var there = Uploads.Parts(call, place, upload.Id, 0).ToDictionary(static part => part.Number);
        var parts = new List<PartRecord>(named.Count);
        foreach (var one in named)
        {
            if (one.PartNumber is not { } number) throw Errors.Malformed();
            if (parts.Count > 0 && number <= parts[^1].Number) throw Errors.PartOrder();
            if (!there.TryGetValue(number, out var part) || one.ETag?.Trim('"') != part.ETag.Trim('"'))
                throw Errors.InvalidPart();
            CheckSum(upload, one, part);
            parts.Add(part);
        }

        foreach (var part in parts.Take(parts.Count - 1))
        {
            if (part.Size < Uploads.LeastPart)
                throw Errors.TooSmall(part.Number, part.Size, Uploads.LeastPart, part.ETag.Trim('"'));
        }

        return parts;
    }

    /// <summary>The ETag of an object of parts: the MD5 of their MD5s, a dash, their number.</summary>
    public static string ETagOf(IReadOnlyList<PartRecord> parts)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var part in parts) all.AppendData(Convert.FromHexString(part.ETag.Trim('"')));
        return string.Create(
            CultureInfo.InvariantCulture, $"\"{Convert.ToHexStringLower(all.GetHashAndReset())}-{parts.Count}\"");
    }

    /// <summary>The checksum of an object of parts.</summary>
    public static ChecksumRecord SumOf(UploadRecord upload, IReadOnlyList<PartRecord> parts)
    {
        var kind = upload.Checksum;
        var sums = parts.Select(static part => Convert.FromBase64String(part.Checksum!.Value)).ToList();
        if (upload.IsComposite)
        {
            using var all = new Digester(kind);
            foreach (var sum in sums) all.Append(sum);
            var value = all.Result().Base64(kind);
            return new(kind, string.Create(CultureInfo.InvariantCulture, $"{value}-{parts.Count}"), true);
        }

        var whole = sums[0];
        for (var i = 1; i < sums.Count; i++) whole = Digester.Join(kind, whole, sums[i], parts[i].Size);
        return new(kind, Convert.ToBase64String(whole));
    }

    /// <summary>Writes down which runs of bytes an object has.</summary>
    public static ManifestId Write(Call call, IReadOnlyList<PartRecord> parts)
    {
        var id = new ManifestId(call.NewId("m"));
        var pieces = call.Write(Tables.Pieces, Scope.World);
        var end = 0L;
        var number = 0;
        foreach (var part in parts)
        {
            end += part.Size;
            // A part of no bytes ends where another does: it has no run of its own.
            number++;
            if (part.Size > 0) pieces.PutNew(new(id, end, number, part.Content, part.Size, part.Checksum));
        }

        call.Write(Tables.Manifests, Scope.World).PutNew(new(id, 1));
        return id;
    }

    // The message is that of aws-sdk-php issue 2648; of a whole object's checksum the parts' may be left out.
    private static void CheckSum(UploadRecord upload, CompletedPart named, PartRecord part)
    {
        var sums = new Sums
        {
            Crc32 = named.ChecksumCRC32,
            Crc32C = named.ChecksumCRC32C,
            Crc64Nvme = named.ChecksumCRC64NVME,
            Sha1 = named.ChecksumSHA1,
            Sha256 = named.ChecksumSHA256,
            Sha512 = named.ChecksumSHA512,
            Md5 = named.ChecksumMD5,
            XxHash64 = named.ChecksumXXHASH64,
            XxHash3 = named.ChecksumXXHASH3,
            XxHash128 = named.ChecksumXXHASH128,
        };
        if (upload.IsComposite && sums.Kind != upload.Checksum) throw Errors.InvalidRequest(
            $"The upload was created using a {Sums.NameOf(upload.Checksum).ToLowerInvariant()} checksum. The complete "
            + "request must include the checksum for each part. It was missing for part "
            + string.Create(CultureInfo.InvariantCulture, $"{part.Number} in the request."));
        if (sums.Kind is DigestKind.None) return;
        if (sums.Kind == part.Checksum?.Kind && sums.Value != part.Checksum.Value) throw Errors.InvalidPart();
    }
}
