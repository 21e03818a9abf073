using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Routes;

/// <summary>Gives a route another target, also a local one, which LocalTarget brings back.</summary>
public sealed class ReplaceRoute : IWriteOperation<ReplaceRouteRequest, ReplaceRouteResult>
{
    /// <inheritdoc/>
    public ReplaceRouteResult Run(ReplaceRouteRequest request, Call call)
    {
        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        var destination = RouteDestination.Of(
            call, request.DestinationCidrBlock, request.DestinationIpv6CidrBlock, request.DestinationPrefixListId);
        var choice = RouteTargetChoice.Of(request);
        var local = destination.Cidr is { } cidr && VpcCidrs.Blocks(call, table.VpcId).Contains(cidr);
        var old = table.Routes.FirstOrDefault(r => r.ReplacesLocal == local && destination.Is(r));
        if (!local && old is null)
        {
            throw destination.NotFound(table);
        }

        EndpointRoutes.RefuseToTouch(table, old, "replace");
        var routes = choice.IsLocal
            ? Restored(table, destination, local)
            : Replaced(table, old, Target(call, table, destination, choice) with { ReplacesLocal = local });
        call.Write(Tables.RouteTables).Put(routes);
        return new();
    }

    private static RouteRecord Target(
        ReadCall call, RouteTableRecord table, RouteDestination destination, RouteTargetChoice choice)
    {
        var target = RouteTargets.Find(call, table, destination, choice);
        RouteRules.Check(call, table, destination, target);
        return destination.Via(target);
    }

    private static RouteTableRecord Replaced(RouteTableRecord table, RouteRecord? old, RouteRecord route) =>
        table with { Routes = old is null ? table.Routes.Add(route) : table.Routes.Replace(old, route) };

    private static RouteTableRecord Restored(RouteTableRecord table, RouteDestination destination, bool local) =>
        local
            ? table with { Routes = table.Routes.RemoveAll(r => r.ReplacesLocal && destination.Is(r)) }
            : throw Errors.InvalidParameterValue(
                $"The route to {destination.Name} in route table {table.Id} is no local route: its target "
                + "cannot be local");
}
