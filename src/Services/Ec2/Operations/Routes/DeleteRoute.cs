using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.Routes;

/// <summary>Removes a static route. Local routes stay as long as the VPC has their block.</summary>
public sealed class DeleteRoute : IWriteOperation<DeleteRouteRequest, DeleteRouteResult>
{
    /// <inheritdoc/>
    public DeleteRouteResult Run(DeleteRouteRequest request, Call call)
    {
        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        var destination = RouteDestination.Of(
            call, request.DestinationCidrBlock, request.DestinationIpv6CidrBlock, request.DestinationPrefixListId);
        if (destination.Cidr is { } cidr && VpcCidrs.Blocks(call, table.VpcId).Contains(cidr))
        {
            throw Errors.InvalidParameterValue($"cannot remove local route {cidr} in route table {table.Id}");
        }

        EndpointRoutes.RefuseToTouch(table, table.Routes.FirstOrDefault(destination.Is), "remove");
        var left = table.Routes.RemoveAll(r => !r.ReplacesLocal && destination.Is(r));
        if (left.Length == table.Routes.Length)
        {
            throw destination.NotFound(table);
        }

        call.Write(Tables.RouteTables).Put(table with { Routes = left });
        return new();
    }
}
