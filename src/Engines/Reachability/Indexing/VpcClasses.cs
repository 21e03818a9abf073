using Orrery.Engines.Reachability.Model;
using Orrery.Engines.Reachability.Sets;

namespace Orrery.Engines.Reachability.Indexing;

/// <summary>The interfaces of a VPC in classes, for questions about many packets at once.</summary>
internal sealed class VpcClasses
{
    private readonly Dictionary<Station, StationClass> _ofStation = [];
    private readonly Dictionary<string, RangeSet> _members = new(StringComparer.Ordinal);
    private readonly RangeMap<StationClass> _v4;
    private readonly RangeMap<StationClass> _v6;

    public VpcClasses(VpcIndex vpc)
    {
        All = Grouped(vpc);
        foreach (var each in All)
            foreach (var member in each.Members)
                _ofStation[member] = each;
        Blocks = RangeSet.Of(vpc.Vpc.Cidrs);
        Hosted = RangeSet.Of(vpc.AddressesOf(null));
        _v4 = OwnersOf(false);
        _v6 = OwnersOf(true);
        Publics = new RangeMap<Station>(
            vpc.Stations.SelectMany(station => station.Addresses
                .Where(address => address.Public is not null && vpc.OwnerOf(address.Private) == station)
                .Select(address => (Interval.Point(address.Private.Bits), station))));
    }

    public IReadOnlyList<StationClass> All { get; }

    /// <summary>The VPC's own blocks.</summary>
    public RangeSet Blocks { get; }

    /// <summary>The addresses that the host of whoever sends to them answers itself.</summary>
    public RangeSet Hosted { get; }

    /// <summary>Private IPv4 addresses that have a public one beside them, and whose they are.</summary>
    public RangeMap<Station> Publics { get; }

    public StationClass Of(Station station) => _ofStation[station];

    /// <summary>Which class has which addresses.</summary>
    public RangeMap<StationClass> Owners(bool v6) => v6 ? _v6 : _v4;

    /// <summary>The addresses whose owner is an interface of a security group.</summary>
    public RangeSet MembersOf(string groupId)
    {
        lock (_members)
            if (_members.TryGetValue(groupId, out var known))
                return known;
        var members = All.Where(each => each.Interface?.IsMemberOf(groupId) == true)
            .Aggregate(RangeSet.Empty, (all, each) => all.Union(each.Found));
        lock (_members)
            return _members[groupId] = members;
    }

    private static List<StationClass> Grouped(VpcIndex vpc)
    {
        var targets = vpc.Subnets.Select(subnet => subnet.Routes).Append(vpc.IngressRoutes)
            .Append(vpc.VpnIngressRoutes)
            .OfType<RouteLookup>().Distinct()
            .SelectMany(table => table.Entries).Select(entry => entry.Route.Target)
            .ToHashSet(StringComparer.Ordinal);
        var shared = new Dictionary<string, List<Station>>(StringComparer.Ordinal);
        foreach (var station in vpc.Stations)
        {
            var key = station is InterfaceNode nic && !targets.Contains(nic.Id)
                && nic.Addresses.All(address => vpc.OwnerOf(address.Private) == nic)
                && nic.Endpoint is null
                ? KeyOf(nic.Element)
                : station.Id;
            if (shared.TryGetValue(key, out var members))
                members.Add(station);
            else
                shared[key] = [station];
        }

        return [.. shared.Values.Select(members => new StationClass(members, vpc))];
    }

    // An id has no space, so no key of a class equals an id.
    private static string KeyOf(NetworkInterface nic) =>
        $"{nic.SubnetId} {nic.SourceDestCheck} {nic.Functional} {nic.Attached} "
        + string.Join(' ', nic.SecurityGroupIds);

    private RangeMap<StationClass> OwnersOf(bool v6) => new(
        All.SelectMany(each => each.Found.Of(v6).Select(range => (range, each))));
}
