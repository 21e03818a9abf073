using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Routes;

/// <summary>Adds a static route to a table: one destination, one target.</summary>
public sealed class CreateRoute : IWriteOperation<CreateRouteRequest, CreateRouteResult>
{
    /// <inheritdoc/>
    public CreateRouteResult Run(CreateRouteRequest request, Call call)
    {
        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        var destination = RouteDestination.Of(
            call, request.DestinationCidrBlock, request.DestinationIpv6CidrBlock, request.DestinationPrefixListId);
        var target = RouteTargets.Find(call, table, destination, RouteTargetChoice.Of(request));
        RouteRules.Check(call, table, destination, target);
        RouteRules.CheckNew(call, table, destination);
        Limits.CheckRoutes(call, table, destination);
        call.Write(Tables.RouteTables).Put(table with { Routes = table.Routes.Add(destination.Via(target)) });
        return new() { Return = true };
    }
}
