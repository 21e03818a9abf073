using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Which routes a table may hold. Source: Amazon VPC User Guide, "Subnet route tables" (routes more specific than the
/// local one, reserved ranges) and "Gateway route tables".
/// </summary>
internal static class RouteRules
{
    private static readonly Cidr[] Reserved = [Cidr.Parse("169.254.168.0/22"), Cidr.Parse("fd00:ec2::/32")];

    /// <summary>
    /// Refuses a route that the table may not hold, whether it is new or a new target for one that is there.
    /// </summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void Check(ReadCall call, RouteTableRecord table, RouteDestination destination, RouteTarget target)
    {
        if (destination.Cidr is { } cidr)
        {
            if (Reserved.Any(range => range.Contains(cidr)))
            {
                throw Errors.InvalidParameterValue($"The destination CIDR block {cidr} is reserved for AWS services");
            }

            if (VpcCidrs.Blocks(call, table.VpcId).FirstOrNull(block => block.Contains(cidr)) is { } block)
            {
                CheckInside(call, table, cidr, block, target);
            }
        }

        if (table.Associations.Any(a => a.GatewayId is not null))
        {
            CheckGatewayRoute(call, table, destination.Via(target));
        }
    }

    /// <summary>Refuses a destination that the table leads to already. Also a local route counts.</summary>
    /// <exception cref="ServiceException">RouteAlreadyExists.</exception>
    public static void CheckNew(ReadCall call, RouteTableRecord table, RouteDestination destination)
    {
        var local = destination.Cidr is { } cidr && VpcCidrs.Blocks(call, table.VpcId).Contains(cidr);
        if (local || table.Routes.Any(r => !r.ReplacesLocal && destination.Is(r)))
        {
            throw new ServiceException(
                "RouteAlreadyExists", $"The route identified by {destination.Name} already exists.");
        }
    }

    /// <summary>Refuses to give a gateway a table that has what a gateway's table must not have.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void CheckGatewayTable(ReadCall call, RouteTableRecord table)
    {
        if (!table.PropagatingVgws.IsEmpty)
        {
            throw Errors.InvalidParameterValue(
                $"Route table {table.Id} has route propagation enabled and cannot be associated with a gateway");
        }

        foreach (var route in table.Routes)
        {
            CheckGatewayRoute(call, table, route);
        }
    }

    private static void CheckInside(ReadCall call, RouteTableRecord table, Cidr cidr, Cidr block, RouteTarget target)
    {
        if (target.Kind is not (RouteTargetKind.NetworkInterface or RouteTargetKind.NatGateway))
        {
            throw Errors.InvalidParameterValue(
                $"The destination CIDR block {cidr} is equal to or more specific than one of this VPC's CIDR blocks. "
                + "This route can target only an interface or an instance.");
        }

        if (cidr != block && !IsSubnetBlock(call, table, cidr))
        {
            throw Errors.InvalidParameterValue(
                $"The destination CIDR block {cidr} is more specific than one of this VPC's CIDR blocks and "
                + "does not match "
                + "the CIDR block of a subnet.");
        }
    }

    private static void CheckGatewayRoute(ReadCall call, RouteTableRecord table, RouteRecord route)
    {
        if (route.TargetKind is not (RouteTargetKind.NetworkInterface or RouteTargetKind.Local))
        {
            throw Errors.InvalidParameterValue(
                $"Route table {table.Id} of a gateway can target only local or a network interface, not "
                + $"{route.TargetId}");
        }

        var inside = route.DestinationCidr is { } cidr
            && (VpcCidrs.Blocks(call, table.VpcId).Contains(cidr) || IsSubnetBlock(call, table, cidr));
        if (!inside)
        {
            throw Errors.InvalidParameterValue(
                $"Route table {table.Id} of a gateway can have only the CIDR blocks of its VPC and of its subnets as "
                + $"destinations, not {route.DestinationCidr?.ToString() ?? route.DestinationPrefixListId?.Value}");
        }
    }

    private static bool IsSubnetBlock(ReadCall call, RouteTableRecord table, Cidr cidr) =>
        call.Read(Tables.Subnets).By(Tables.SubnetsByVpc, table.VpcId.Value)
            .Any(s => s.Cidr == cidr || s.Ipv6Cidrs.Any(c => c.Cidr == cidr));

    private static Cidr? FirstOrNull(this IEnumerable<Cidr> blocks, Func<Cidr, bool> test)
    {
        foreach (var block in blocks)
        {
            if (test(block))
            {
                return block;
            }
        }

        return null;
    }
}
