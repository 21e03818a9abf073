using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.RouteTables;

/// <summary>Makes a route table that has the local routes of its VPC.</summary>
public sealed class CreateRouteTable : IWriteOperation<CreateRouteTableRequest, CreateRouteTableResult>
{
    /// <inheritdoc/>
    public CreateRouteTableResult Run(CreateRouteTableRequest request, Call call)
    {
        var vpc = Ec2Kinds.Vpc.Get(call, request.VpcId!);
        Limits.CheckRouteTables(call, vpc.Id);
        var table = new RouteTableRecord { Id = call.NewId<RouteTableId>(), VpcId = vpc.Id };
        call.Write(Tables.RouteTables).Put(table);
        TagStore.PutNew(call, Ec2Kinds.RouteTable, table.Id.Value, request.TagSpecifications);
        return new() { RouteTable = RouteTableView.Of(table, call), ClientToken = request.ClientToken };
    }
}
