using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>A route table as the API writes it.</summary>
internal static class RouteTableView
{
    /// <summary>
    /// The state of an association that is there: making and ending one is done with its call, and one that ended is
    /// gone.
    /// </summary>
    public static RouteTableAssociationState Associated { get; } =
        new() { State = RouteTableAssociationStateCode.Associated };

    /// <summary>The table with its routes, their states and its tags as of the call.</summary>
    public static RouteTable Of(RouteTableRecord table, ReadCall call) => new()
    {
        RouteTableId = table.Id.Value,
        VpcId = table.VpcId.Value,
        OwnerId = call.Account,
        Associations = [.. table.Associations.Select(a => AssociationOf(table, a))],
        PropagatingVgws = [.. table.PropagatingVgws.Select(g => new PropagatingVgw { GatewayId = g.Value })],
        Routes = [.. EffectiveRoutes.Of(call, table).Select(r => RouteView.Of(r, call))],
        Tags = TagStore.View(call, table.Id.Value),
    };

    private static RouteTableAssociation AssociationOf(
        RouteTableRecord table, RouteTableAssociationRecord association) =>
        new()
        {
            RouteTableAssociationId = association.AssociationId,
            RouteTableId = table.Id.Value,
            Main = association.Main,
            SubnetId = association.SubnetId?.Value,
            GatewayId = association.GatewayId,
            AssociationState = Associated,
        };
}
