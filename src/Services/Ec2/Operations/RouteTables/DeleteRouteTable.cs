using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.RouteTables;

/// <summary>Deletes a route table that nothing is associated with; the main one never.</summary>
public sealed class DeleteRouteTable : IWriteOperation<DeleteRouteTableRequest, DeleteRouteTableResult>
{
    /// <inheritdoc/>
    public DeleteRouteTableResult Run(DeleteRouteTableRequest request, Call call)
    {
        var table = Ec2Kinds.RouteTable.Get(call, request.RouteTableId!);
        if (!table.Associations.IsEmpty)
        {
            throw Errors.DependencyViolation($"The routeTable '{table.Id}' has dependencies and cannot be deleted.");
        }

        call.Write(Tables.RouteTables).Remove(table.Id);
        TagStore.Forget(call, table.Id.Value);
        return new();
    }
}
