using CsCheck;
using Orrery.Wire.Checksums;

namespace Orrery.Tests.Unit.Services.S3;

public sealed class ChecksumTests
{
    // The check values of the catalogue of parametrised CRC algorithms (reveng.sourceforge.io); MD5 and SHA of RFC 1321
    // and FIPS 180 implementations.
    [Theory]
    [InlineData(DigestKind.Crc32, "cbf43926")]
    [InlineData(DigestKind.Crc32C, "e3069283")]
    [InlineData(DigestKind.Crc64Nvme, "ae8b14860a799888")]
    [InlineData(DigestKind.Md5, "25f9e794323b453885f5181f1b624d0b")]
    [InlineData(DigestKind.Sha1, "f7c3bc1d808e04732adf679965ccc34ca7ae3441")]
    [InlineData(
        DigestKind.Sha512,
        "d9e6762dd1c8eaf6d61b3c6192fc408d4d6d5f1176d0c29169bc24e71c3f274a"
        + "d27fcd5811b313d681f7e55ec02d73d499c95455b6b5bb503acf574fba8ffe85")]
    [InlineData(DigestKind.XxHash64, "8cb841db40e6ae83")]
    public void Checksums_are_those_of_others(DigestKind kind, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Digester.Of(kind, "123456789"u8)));

    // The sanity checks of Cyan4973/xxHash have these of no bytes and seed 0.
    [Theory]
    [InlineData(DigestKind.XxHash64, "ef46db3751d8e999")]
    [InlineData(DigestKind.XxHash3, "2d06800538d394c2")]
    [InlineData(DigestKind.XxHash128, "99aa06d3014798d86001c324468d497f")]
    public void Of_no_bytes_too(DigestKind kind, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Digester.Of(kind, [])));

    [Fact]
    public void Checksums_are_those_of_the_bytes_taken_bit_by_bit() =>
        Gen.Select(Gen.Byte.Array[0, 700], Gen.OneOfConst(
            (DigestKind.Crc32, 0xEDB88320ul, 32), (DigestKind.Crc32C, 0x82F63B78ul, 32),
            (DigestKind.Crc64Nvme, 0x9A6C9329AC4BC9B5ul, 64))).Sample((bytes, crc) =>
            {
                var (kind, polynomial, width) = crc;
                var ones = ulong.MaxValue >> (64 - width);
                var state = ones;
                for (var bit = 0; bit < bytes.Length * 8; bit++)
                {
                    var isOdd = ((state ^ ((ulong)bytes[bit / 8] >> (bit % 8))) & 1) == 1;
                    state = (state >> 1) ^ (isOdd ? polynomial : 0);
                }

                var expected = (state ^ ones).ToString(width == 32 ? "x8" : "x16");
                Assert.Equal(expected, Convert.ToHexStringLower(Digester.Of(kind, bytes)));
            });

    [Fact]
    public void Checksums_of_two_runs_join_to_that_of_both() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Byte.Array[0, 300], Gen.OneOfConst(
            DigestKind.Crc32, DigestKind.Crc32C, DigestKind.Crc64Nvme)).Sample((first, second, kind) =>
            Assert.Equal(
                Digester.Of(kind, [.. first, .. second]),
                Digester.Join(kind, Digester.Of(kind, first), Digester.Of(kind, second), second.Length)));

    [Fact]
    public void It_does_not_matter_how_bytes_are_cut() =>
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 300]).Sample((bytes, cut) =>
        {
            using var digester = new Digester(
                Enum.GetValues<DigestKind>().Aggregate(static (all, one) => all | one));
            digester.Append(bytes.AsSpan(0, Math.Min(cut, bytes.Length)));
            digester.Append(bytes.AsSpan(Math.Min(cut, bytes.Length)));
            foreach (var kind in Enum.GetValues<DigestKind>()[1..])
                Assert.Equal(Digester.Of(kind, bytes), digester.Result()[kind]);
        });
}
