using Orrery.Core;
using Orrery.Engines.Reachability.Model;

namespace Orrery.Engines.Reachability.Remedying;

/// <summary>Routes as arguments of CreateRoute, ReplaceRoute and DeleteRoute, and back.</summary>
internal static class RouteArguments
{
    private static readonly string[] TargetNames =
    [
        "GatewayId", "EgressOnlyInternetGatewayId", "NatGatewayId", "VpcPeeringConnectionId", "NetworkInterfaceId",
        "TransitGatewayId",
    ];

    public static Change Make(string action, string tableId, Route route)
    {
        var arguments = new Dictionary<string, string> { ["RouteTableId"] = tableId };
        if (route.Destination is { } block)
            arguments[block.IsV6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock"] = block.ToString();
        else
            arguments["DestinationPrefixListId"] = route.PrefixListId!;
        if (action != "ec2:DeleteRoute")
            arguments[NameOf(route.Target)] = route.Target == Route.Local ? "true" : route.Target;
        return new Change(action, tableId, arguments);
    }

    /// <summary>The target that arguments name.</summary>
    public static string TargetOf(IReadOnlyDictionary<string, string> arguments)
    {
        foreach (var name in TargetNames)
            if (arguments.TryGetValue(name, out var target))
                return target;
        return Route.Local;
    }

    /// <summary>True where a route has the destination that arguments name.</summary>
    public static bool Names(IReadOnlyDictionary<string, string> arguments, Route route) =>
        BlockOf(arguments) == route.Destination
        && arguments.GetValueOrDefault("DestinationPrefixListId") == route.PrefixListId;

    public static Route RouteOf(IReadOnlyDictionary<string, string> arguments) => new(
        BlockOf(arguments), arguments.GetValueOrDefault("DestinationPrefixListId"), TargetOf(arguments),
        RouteOrigin.CreateRoute);

    private static Cidr? BlockOf(IReadOnlyDictionary<string, string> arguments) =>
        arguments.GetValueOrDefault("DestinationCidrBlock") is { } v4 ? Cidr.Parse(v4)
        : arguments.GetValueOrDefault("DestinationIpv6CidrBlock") is { } v6 ? Cidr.Parse(v6)
        : null;

    // By the prefix of the id, since the target of a remedy may be a thing that does not exist yet.
    private static string NameOf(string target) => target[..(target.IndexOf('-') + 1)] switch
    {
        "eigw-" => "EgressOnlyInternetGatewayId",
        "nat-" => "NatGatewayId",
        "pcx-" => "VpcPeeringConnectionId",
        "eni-" => "NetworkInterfaceId",
        "tgw-" => "TransitGatewayId",
        "" => "LocalTarget",
        _ => "GatewayId",
    };
}
