using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CsCheck;
using Orrery.Core;

namespace Orrery.Tests.Unit.Core;

public sealed class CidrTests
{
    private static readonly Gen<IpAddress> Addresses = Gen.OneOf(
        Gen.UInt.Select(IpAddress.V4),
        Gen.Select(Gen.ULong, Gen.ULong, (high, low) => IpAddress.V6(new UInt128(high, low))),
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong, (a, b, mask) => IpAddress.V6(new UInt128(a & mask, b & ~mask))));

    private static readonly Gen<Cidr> Blocks = Addresses.SelectMany(
        address => Gen.Int[0, address.Width].Select(length => Cidr.Of(address, length)));

    [Theory]
    [InlineData("10.0.0.0/8", "10.0.0.0", "10.255.255.255", 8)]
    [InlineData("0.0.0.0/0", "0.0.0.0", "255.255.255.255", 0)]
    [InlineData("192.0.2.7/32", "192.0.2.7", "192.0.2.7", 32)]
    [InlineData("2600:1f14::/35", "2600:1f14::", "2600:1f14:1fff:ffff:ffff:ffff:ffff:ffff", 35)]
    [InlineData("::/0", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", 0)]
    public void A_block_knows_its_ends(string text, string first, string last, int length)
    {
        var cidr = Cidr.Parse(text);
        Assert.Equal((first, last, length), (cidr.First.ToString(), cidr.Last.ToString(), cidr.PrefixLength));
        Assert.Equal(text, cidr.ToString());
    }

    [Theory]
    [InlineData("10.0.0.0")]
    [InlineData("10.0.0.0/33")]
    [InlineData("10.0.0.0/08")]
    [InlineData("10.0.0.0/")]
    [InlineData("10.0.0/8")]
    [InlineData("010.0.0.0/8")]
    [InlineData("10.0.0.0.0/8")]
    [InlineData("10.0.0.256/8")]
    [InlineData("10.0.0.1 /32")]
    [InlineData("10.0.0.0/-1")]
    [InlineData("::/129")]
    [InlineData("[::]/0")]
    [InlineData("fe80::1%eth0/64")]
    [InlineData("1:2:3/64")]
    [InlineData("/8")]
    [InlineData("")]
    public void A_text_that_is_no_block_is_refused(string text) => Assert.False(Cidr.TryParse(text, out _, out _));

    [Fact]
    public void Host_bits_are_refused_or_cleared_and_reported()
    {
        Assert.False(Cidr.TryParse("100.68.0.18/18", out _));
        Assert.True(Cidr.TryParse("100.68.0.18/18", out var cidr, out var hadHostBits));
        Assert.True(hadHostBits);
        Assert.Equal("100.68.0.0/18", cidr.ToString());
    }

    [Theory]
    [InlineData("2001:DB8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [InlineData("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [InlineData("0:0:0:0:0:0:0:1", "::1")]
    [InlineData("1:0:0:0:0:0:0:0", "1::")]
    [InlineData("::ffff:1.2.3.4", "::ffff:102:304")]
    public void IPv6_texts_are_those_of_RFC_5952(string text, string canonical) =>
        Assert.Equal(canonical, IpAddress.Parse(text).ToString());

    [Fact]
    public void Text_and_value_are_two_forms_of_the_same() => Blocks.Sample(cidr =>
        Cidr.Parse(cidr.ToString()) == cidr && IpAddress.Parse(cidr.Last.ToString()) == cidr.Last);

    [Fact]
    public void The_platform_reads_the_same_address() => Addresses.Sample(address =>
        System.Net.IPAddress.Parse(address.ToString()).Equals(
            new System.Net.IPAddress(BytesOf(address))));

    [Fact]
    public void A_block_contains_exactly_what_lies_between_its_ends() =>
        Gen.Select(Blocks, Blocks).Sample((a, b) =>
            a.Contains(b.First) == (a.IsV6 == b.IsV6 && a.First <= b.First && b.First <= a.Last)
            && a.Contains(b) == (a.IsV6 == b.IsV6 && a.First <= b.First && b.Last <= a.Last)
            && a.Overlaps(b) == (a.IsV6 == b.IsV6 && a.First <= b.Last && b.First <= a.Last));

    [Fact]
    public void Subnets_tile_their_block() =>
        Gen.Select(Blocks, Gen.Int[0, 6]).Sample((block, extra) =>
        {
            var length = Math.Min(block.PrefixLength + extra, block.First.Width);
            var parts = block.Subnets(length).ToList();
            return parts.Count == 1 << (length - block.PrefixLength)
                && parts[0].First == block.First && parts[^1].Last == block.Last
                && parts.Zip(parts.Skip(1)).All(p => p.First.Last.Plus(1) == p.Second.First);
        });

    [Fact]
    public void Json_is_the_canonical_text()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
        Assert.Equal("\"10.0.0.0/8\"", JsonSerializer.Serialize(Cidr.Parse("10.0.0.0/8"), options));
        Assert.Equal(IpAddress.Parse("::1"), JsonSerializer.Deserialize<IpAddress>("\"::1\"", options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Cidr>("\"10.0.0.1/8\"", options));
    }

    private static byte[] BytesOf(IpAddress address)
    {
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, address.Bits);
        return address.IsV6 ? bytes : bytes[12..];
    }
}
