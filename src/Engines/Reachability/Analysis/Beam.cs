using Orrery.Engines.Reachability.Indexing;
using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Analysis;

/// <summary>
/// Packets of one family that have gone the same way so far: which ones, what they look like now, and what the way
/// remembers of them. Where their ways part, the beam is split; where some are dropped, it grows thinner.
/// </summary>
internal sealed record Beam
{
    /// <summary>The first packets that are still on the way.</summary>
    public required PacketSet Packets { get; init; }

    public required bool IsV6 { get; init; }

    /// <summary>The interfaces that sent them; null for the internet and other places.</summary>
    public StationClass? Start { get; init; }

    /// <summary>The interfaces that they reached; null for the internet and other places.</summary>
    public StationClass? End { get; init; }

    public View View { get; init; } = View.Unchanged;

    public bool IsReply { get; init; }

    /// <summary>True once there is nothing but ICMP in it.</summary>
    public bool IsIcmp { get; init; }

    /// <summary>The on-premises network that sent them, or null.</summary>
    public string? StartPlace { get; init; }

    /// <summary>The on-premises network or gateway endpoint that they reached, or null.</summary>
    public string? EndPlace { get; init; }

    /// <summary>The VPN connection beyond which they were received, or null.</summary>
    public VpnConnection? EndConnection { get; init; }

    /// <summary>The gateway endpoint that received them, or null.</summary>
    public VpcEndpoint? EndEndpoint { get; init; }

    /// <summary>The gateways, connections and appliances that they met on the way there.</summary>
    public Chain<string>? Met { get; init; }

    /// <summary>In a summary of a VPC: the zone from which they were sent to the transit gateway.</summary>
    public string? StartZone { get; init; }

    /// <summary>In a summary of a VPC: how the replies come back from the transit gateway.</summary>
    public (AttachmentNode Attachment, SubnetNode Subnet)? ReturnBy { get; init; }

    public VpcIndex? CameFrom { get; init; }

    /// <summary>The attachment of a transit gateway by which they came into the VPC, or null.</summary>
    public AttachmentNode? CameBy { get; init; }

    /// <summary>Whether the transit gateway told the security groups of who sent them.</summary>
    public bool GroupsForwarded { get; init; }

    public bool ThroughAppliance { get; init; }

    public string? ExitGateway { get; init; }

    /// <summary>True where replies crossed the internet to where they began.</summary>
    public bool AnsweredOnInternet { get; init; }

    public Chain<StationClass>? Visited { get; init; }

    /// <summary>Interfaces whose security groups know these connections.</summary>
    public Chain<StationClass>? Known { get; init; }

    public Chain<BeamBinding>? Bindings { get; init; }

    /// <summary>VPCs that were left by their egress-only internet gateway.</summary>
    public Chain<VpcIndex>? EgressOnly { get; init; }

    /// <summary>How they came to transit gateways: the gateway, the attachment, and from whom.</summary>
    public Chain<(string GatewayId, string AttachmentId, Slot Source)>? Transits { get; init; }

    /// <summary>By which subnet they came out of attachments in appliance mode.</summary>
    public Chain<(AttachmentNode Attachment, SubnetNode Exit)>? Exits { get; init; }

    public bool IsEmpty => Packets.IsEmpty;

    public SubnetNode? ExitOf(AttachmentNode attachment)
    {
        for (var exits = Exits; exits is not null; exits = exits.Rest)
            if (exits.Item.Attachment == attachment)
                return exits.Item.Exit;
        return null;
    }

    /// <summary>True where hosts on the internet sent them.</summary>
    public bool IsFromInternet => Start is null && StartPlace is null;

    /// <summary>The same packets once they met something on the way there.</summary>
    public Beam Meeting(string id) => IsReply ? this : this with { Met = new Chain<string>(id, Met) };

    public Beam Only(PacketSet packets) => ReferenceEquals(packets, Packets) ? this : this with { Packets = packets };

    /// <summary>Those whose field lies in a range now.</summary>
    public Beam Where(Dimension dimension, Interval range)
    {
        var slot = View[dimension];
        if (slot.Of is { } field)
            return Only(Packets.Restrict(field, range));
        return range.Contains(slot.Value) ? this : Only(PacketSet.Empty);
    }

    /// <summary>Those whose field, an address, is in a set now.</summary>
    public Beam Where(Dimension dimension, RangeSet ranges)
    {
        var slot = View[dimension];
        if (slot.Of is not { } field)
            return ranges.Overlaps(IsV6, Interval.Point(slot.Value)) ? this : Only(PacketSet.Empty);
        var kept = new List<Box>();
        foreach (ref readonly var box in Packets.Span)
            foreach (var range in ranges.Within(IsV6, box[field]))
                kept.Add(box.With(field, range));
        return Only(PacketSet.Disjoint(kept));
    }

    /// <summary>Those whose field, an address, is not in a set now.</summary>
    public Beam Except(Dimension dimension, RangeSet ranges)
    {
        var slot = View[dimension];
        if (slot.Of is not { } field)
            return ranges.Overlaps(IsV6, Interval.Point(slot.Value)) ? Only(PacketSet.Empty) : this;
        var kept = new List<Box>();
        foreach (ref readonly var box in Packets.Span)
            foreach (var range in ranges.Outside(IsV6, box[field]))
                kept.Add(box.With(field, range));
        return Only(PacketSet.Disjoint(kept));
    }

    /// <summary>Those of which a field and what stood elsewhere are equal.</summary>
    public Beam WhereEqual(Slot one, Slot other)
    {
        if (one == other)
            return this;
        if (one.Of is { } field && other.Of is null)
            return Only(Packets.Restrict(field, Interval.Point(other.Value)));
        if (one.Of is null && other.Of is { } otherField)
            return Only(Packets.Restrict(otherField, Interval.Point(one.Value)));
        return one.Of is null
            ? Only(PacketSet.Empty)
            : throw new InvalidOperationException($"{one.Of} is compared with {other.Of}.");
    }

    /// <summary>Parts the beam by what an address field belongs to; what belongs to nothing is left out.</summary>
    public IEnumerable<(TKey Key, Beam Part)> Split<T, TKey>(Dimension dimension, RangeMap<T> map, Func<T, TKey> keyOf)
        where T : class
        where TKey : notnull
    {
        var slot = View[dimension];
        if (slot.Of is not { } field)
        {
            if (map.Find(slot.Value) is { } only)
                yield return (keyOf(only), this);
            yield break;
        }

        var parts = new Dictionary<TKey, List<Box>>();
        foreach (var box in Packets.Boxes)
            for (var i = map.FirstEndingAtOrAfter(box[field].Low);
                i < map.Count && map.RangeAt(i).Low <= box[field].High; i++)
            {
                var key = keyOf(map.ValueAt(i));
                if (!parts.TryGetValue(key, out var part))
                    parts[key] = part = [];
                part.Add(box.With(field, box[field].Intersect(map.RangeAt(i))));
            }

        foreach (var (key, part) in parts)
            yield return (key, Only(PacketSet.Disjoint(part)));
    }
}
