using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// The routes of gateway endpoints: from the service's prefix list to the endpoint, one for a list in a table. They
/// come and go with the endpoint's association with the table. Source: AWS PrivateLink Guide, "Gateway endpoints"; the
/// refusals as public logs of Terraform and CloudFormation show them.
/// </summary>
internal static class EndpointRoutes
{
    /// <summary>The tables that have the endpoint's route, in order.</summary>
    public static IEnumerable<RouteTableRecord> TablesOf(ReadCall call, VpcEndpointRecord endpoint) =>
        call.Read(Tables.RouteTables).By(Tables.RouteTablesByTarget, endpoint.Id.Value);

    /// <summary>Gives tables the endpoint's route.</summary>
    /// <exception cref="ServiceException">
    /// InvalidRouteTableID.NotFound, InvalidParameter (another VPC's; guessed), RouteAlreadyExists, RouteLimitExceeded.
    /// </exception>
    public static void Add(Call call, VpcEndpointRecord endpoint, IEnumerable<string> tables)
    {
        foreach (var id in tables.Distinct(StringComparer.Ordinal))
        {
            var table = Ec2Kinds.RouteTable.Get(call, id);
            if (table.VpcId != endpoint.VpcId)
            {
                throw EndpointErrors.InvalidParameter($"Route table {id} is not in VPC {endpoint.VpcId}.");
            }

            var list = endpoint.PrefixListId!.Value;
            var destination = RouteDestination.Of(call, null, null, list.Value);
            if (table.Routes.Any(destination.Is))
            {
                throw new ServiceException(
                    "RouteAlreadyExists",
                    $"route table {id} already has a route with destination-prefix-list-id {list}");
            }

            var target = new RouteTarget(RouteTargetKind.VpcEndpoint, endpoint.Id.Value);
            RouteRules.Check(call, table, destination, target);
            Limits.CheckRoutes(call, table, destination);
            call.Write(Tables.RouteTables).Put(table with { Routes = table.Routes.Add(destination.Via(target)) });
        }
    }

    /// <summary>Takes the endpoint's route out of tables.</summary>
    /// <exception cref="ServiceException">InvalidRouteTableID.NotFound, InvalidParameter: not one of its.</exception>
    public static void Remove(Call call, VpcEndpointRecord endpoint, IEnumerable<string> tables)
    {
        foreach (var id in tables.Distinct(StringComparer.Ordinal))
        {
            var table = Ec2Kinds.RouteTable.Get(call, id);
            if (!table.Routes.Any(route => IsOf(route, endpoint)))
            {
                throw EndpointErrors.InvalidParameter(
                    $"Route table {id} is not associated with the VPC endpoint {endpoint.Id}.");
            }

            Take(call, endpoint, table);
        }
    }

    /// <summary>Takes the endpoint's route out of every table.</summary>
    public static void RemoveAll(Call call, VpcEndpointRecord endpoint)
    {
        foreach (var table in TablesOf(call, endpoint).ToList())
        {
            Take(call, endpoint, table);
        }
    }

    /// <summary>Refuses to change or remove a route by itself that is an endpoint's.</summary>
    /// <exception cref="ServiceException">InvalidParameterValue.</exception>
    public static void RefuseToTouch(RouteTableRecord table, RouteRecord? route, string verb)
    {
        if (route is { TargetKind: RouteTargetKind.VpcEndpoint })
        {
            throw Errors.InvalidParameterValue(
                $"cannot {verb} VPC endpoint route {route.DestinationPrefixListId} in route table {table.Id}");
        }
    }

    private static void Take(Call call, VpcEndpointRecord endpoint, RouteTableRecord table) =>
        call.Write(Tables.RouteTables).Put(
            table with { Routes = table.Routes.RemoveAll(route => IsOf(route, endpoint)) });

    private static bool IsOf(RouteRecord route, VpcEndpointRecord endpoint) =>
        route.TargetKind == RouteTargetKind.VpcEndpoint && route.TargetId == endpoint.Id.Value;
}
