using System.Globalization;
using Orrery.Contracts.Maps;
using Orrery.Engines.Reachability.Model;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Ports;

/// <summary>One VPC of a map, with what is in it.</summary>
internal sealed class MapOfVpc(ReadCall call, Topology topology, IEnumerable<Element> parts)
{
    private readonly List<Element> _parts = [.. parts.OrderBy(e => e.Id, StringComparer.Ordinal)];

    /// <summary>The tag Name of something.</summary>
    public static string? NameOf(ReadCall call, Element element) => NameOf(call, element, element.Id);

    /// <summary>The VPC; without its inside where it is far.</summary>
    public MapVpc Of(Vpc vpc, bool isFar) => new(
        vpc.Id,
        NameOf(call, vpc),
        vpc.Account,
        vpc.Region,
        [.. vpc.Cidrs.Select(c => c.ToString())],
        isFar ? [] : [.. All<Subnet>().OrderBy(s => s.Zone).ThenBy(FirstAddress).Select(Of)],
        isFar ? [] : [.. Gateways()],
        isFar ? [] : [.. All<VpcEndpoint>().Select(Of)])
    {
        IsDefault = call.Read(Tables.Vpcs, new Scope(vpc.Account, vpc.Region)).Find(new VpcId(vpc.Id))
            is { IsDefault: true },
        IsFar = isFar,
    };

    private static string? NameOf(ReadCall call, Element owner, string id) =>
        call.Read(Tables.Tags, new Scope(owner.Account, owner.Region)).Find(new ResourceKey(id))?.Tags
            .GetValueOrDefault("Name") is { Length: > 0 } name
            ? name
            : null;

    private IEnumerable<T> All<T>()
        where T : Element => _parts.OfType<T>();

    private static string FirstAddress(Subnet subnet) =>
        subnet.Cidrs is [var first, ..] ? first.First.Bits.ToString("x32", CultureInfo.InvariantCulture) : "";

    private MapSubnet Of(Subnet subnet) => new(
        subnet.Id,
        NameOf(call, subnet),
        subnet.Zone,
        [.. subnet.Cidrs.Select(c => c.ToString())],
        TierOf(subnet),
        TableOf(subnet)?.Id,
        [
            .. Instances(subnet.Id),
            .. All<NatGateway>().Where(n => n.SubnetId == subnet.Id && n.State != NatGatewayState.Deleted).Select(Of),
            .. All<NetworkInterface>().Where(i => i.SubnetId == subnet.Id && HomeOf(i) != subnet.Id).Select(Of),
        ]);

    // An instance stands in the subnet of its first interface; those that it has elsewhere stand for themselves.
    private IEnumerable<MapPart> Instances(string subnet) =>
        from face in All<NetworkInterface>()
        where face.SubnetId == subnet && HomeOf(face) == subnet
        group face by face.InstanceId! into instance
        let first = instance.MinBy(i => i.DeviceIndex)!
        select new MapPart(
            instance.Key, "instance", NameOf(call, first, instance.Key), AddressesOf(first.Addresses), first.Functional)
        {
            Aliases = [.. instance.Select(i => i.Id)],
        };

    private string? HomeOf(NetworkInterface face) => face.InstanceId is { } instance
        ? All<NetworkInterface>().Where(i => i.InstanceId == instance).MinBy(i => i.DeviceIndex)!.SubnetId
        : null;

    private MapPart Of(NatGateway nat) => new(
        nat.Id, "natgateway", NameOf(call, nat), AddressesOf(nat.Addresses), nat.State == NatGatewayState.Available);

    private MapPart Of(NetworkInterface face) =>
        new(face.Id, "network-interface", NameOf(call, face), AddressesOf(face.Addresses), face.Functional);

    private MapPart Of(VpcEndpoint endpoint) => new(
        endpoint.Id, "vpc-endpoint", NameOf(call, endpoint), ShortName(endpoint.ServiceName), endpoint.Functional);

    private IEnumerable<MapPart> Gateways() =>
    [
        .. All<InternetGateway>().Select(g => Gateway(g, "internet-gateway")),
        .. All<EgressOnlyInternetGateway>().Select(g => Gateway(g, "egress-only-internet-gateway")),
        .. All<VpnGateway>().Select(g => Gateway(g, "vpn-gateway")),
    ];

    private MapPart Gateway(Element gateway, string kind) => new(gateway.Id, kind, NameOf(call, gateway), "", true);

    private RouteTable? TableOf(Subnet subnet) =>
        topology.Find<RouteTable>(subnet.RouteTableId ?? topology.Find<Vpc>(subnet.VpcId)?.MainRouteTableId);

    private MapTier TierOf(Subnet subnet)
    {
        var targets = (TableOf(subnet)?.Routes ?? []).Where(r => r.Destination is { PrefixLength: 0 })
            .Select(r => r.Target).Where(IsThere).ToList();
        return targets.Any(t => topology.Find<InternetGateway>(t) is { } gateway && gateway.VpcId == subnet.VpcId)
            ? MapTier.Public
            : targets.Count > 0 ? MapTier.Private : MapTier.Isolated;
    }

    private bool IsThere(string target) =>
        topology.Find(target) is { } found && found is not NatGateway { State: not NatGatewayState.Available };

    private static string AddressesOf(IReadOnlyList<InterfaceAddress> addresses) => addresses switch
    {
        [] => "",
        [{ Public: { } outside } first, ..] => $"{first.Private} ⇄ {outside}",
        [var first, ..] => first.Private.ToString(),
    };

    // com.amazonaws.eu-west-1.s3: the last words say which service it is.
    private static string ShortName(string service) => service.Split('.') is ["com", "amazonaws", _, .. var rest]
        ? string.Join('.', rest)
        : service;
}
