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
    public void Checksums_are_those_of_others(DigestKind kind, string expected) =>
        Assert.Equal(expected, Convert.ToHexStringLower(Digester.Of(kind, "123456789"u8)));

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
            const DigestKind All = DigestKind.Md5 | DigestKind.Crc32 | DigestKind.Crc32C | DigestKind.Crc64Nvme
                | DigestKind.Sha1 | DigestKind.Sha256;
            using var digester = new Digester(All);
            digester.Append(bytes.AsSpan(0, Math.Min(cut, bytes.Length)));
            digester.Append(bytes.AsSpan(Math.Min(cut, bytes.Length)));
            foreach (var kind in Enum.GetValues<DigestKind>()[1..])
                Assert.Equal(Digester.Of(kind, bytes), digester.Result()[kind]);
        });
}
