using CsCheck;
using Orrery.Core;
using Orrery.Engines.Reachability.Sets;
using Orrery.Engines.Reachability.Tracing;

namespace Orrery.Tests.Unit.Engines.Reachability.Sets;

/// <summary>Sets against lists of all their packets, in a universe so small that it can be listed.</summary>
public sealed class PacketSetTests
{
    private const int Width = 4;

    private static readonly Packet[] Universe = [.. AllPackets()];

    private static readonly Gen<Interval> Ranges = Gen.Select(
        Gen.Int[0, Width - 1], Gen.Int[0, Width - 1],
        (a, b) => new Interval((UInt128)Math.Min(a, b), (UInt128)Math.Max(a, b)));

    private static readonly Gen<Box> Boxes = Gen.Select(
        Gen.Bool, Ranges, Ranges, Ranges, Ranges,
        (v6, source, destination, protocol, port) =>
            new Box(v6, source, destination, protocol, Interval.Point(0), port));

    private static readonly Gen<PacketSet> Some = Boxes.Array[0, 5].Select(PacketSet.Of);

    [Fact]
    public void Union_intersection_and_difference_hold_what_lists_of_packets_hold()
    {
        var (shared, apart) = (0, 0);
        Gen.Select(Some, Some).Sample(
            (a, b) =>
            {
                Same(a.Union(b), packet => a.Contains(packet) || b.Contains(packet));
                Same(a.Intersect(b), packet => a.Contains(packet) && b.Contains(packet));
                Same(a.Subtract(b), packet => a.Contains(packet) && !b.Contains(packet));
                Assert.Equal(Universe.Any(packet => a.Contains(packet) && b.Contains(packet)), a.Overlaps(b));
                Assert.Equal(Universe.All(packet => a.Contains(packet) || !b.Contains(packet)), a.Contains(b));
                _ = a.Overlaps(b) ? shared++ : apart++;
            },
            iter: 400, threads: 1);
        Assert.True(shared > 40 && apart > 40, $"{shared} shared packets, {apart} did not");
    }

    [Fact]
    public void A_restricted_or_simplified_set_holds_what_it_should() => Gen.Select(Some, Boxes, Ranges).Sample(
        (set, box, range) =>
        {
            Same(set.Simplify(), set.Contains);
            Same(set.Intersect(box), packet => set.Contains(packet) && box.Contains(packet));
            Same(
                set.Restrict(Dimension.Destination, range),
                packet => set.Contains(packet) && range.Contains(packet.Destination.Bits));
        },
        iter: 400, threads: 1);

    [Fact]
    public void A_rewritten_set_holds_the_rewritten_packets() => Some.Sample(
        set =>
        {
            var rewritten = Universe.Where(set.Contains)
                .Select(packet => packet with { Source = Address(packet.Source.IsV6, 2) }).ToHashSet();
            Same(set.Rewrite(Dimension.Source, 2), rewritten.Contains);
        },
        iter: 300, threads: 1);

    [Fact]
    public void No_packet_is_counted_twice_and_the_empty_set_has_no_box() => Gen.Select(Some, Some).Sample(
        (a, b) =>
        {
            var union = a.Union(b);
            Assert.All(Universe, packet => Assert.True(union.Boxes.Count(box => box.Contains(packet)) <= 1));
            Assert.Equal(Universe.Any(union.Contains), !union.IsEmpty);
            Assert.True(a.Subtract(a).IsEmpty);
        },
        iter: 300, threads: 1);

    [Fact]
    public void Blocks_side_by_side_become_one_box()
    {
        var low = Box.All(false) with { Source = new Interval(0, 9) };
        var high = Box.All(false) with { Source = new Interval(10, 19) };
        Assert.Equal(new Interval(0, 19), Assert.Single(PacketSet.Of([low, high]).Boxes).Source);
    }

    [Fact]
    public void A_packet_shown_for_a_set_is_one_that_can_exist()
    {
        var gre = PacketSet.Of(Box.All(false) with { Protocol = Interval.Point(47) }).Some()!;
        Assert.Equal((47, 0, 0), (gre.Protocol, gre.SourcePort, gre.DestinationPort));
        Assert.Equal(IpProtocol.Tcp, PacketSet.All.Some()!.Protocol);
        var noSuchType = Box.All(false) with
        {
            Protocol = Interval.Point(IpProtocol.Icmp), DestinationPort = new Interval(256, 300),
        };
        Assert.Null(PacketSet.Of(noSuchType).Some());
    }

    private static void Same(PacketSet set, Func<Packet, bool> expected) =>
        Assert.All(Universe, packet => Assert.Equal(expected(packet), set.Contains(packet)));

    private static IEnumerable<Packet> AllPackets() =>
        from v6 in new[] { false, true }
        from source in Enumerable.Range(0, Width)
        from destination in Enumerable.Range(0, Width)
        from protocol in Enumerable.Range(0, Width)
        from port in Enumerable.Range(0, Width)
        select new Packet(Address(v6, source), Address(v6, destination), protocol, 0, port);

    private static IpAddress Address(bool v6, int bits) => v6 ? IpAddress.V6((UInt128)bits) : IpAddress.V4((uint)bits);
}
