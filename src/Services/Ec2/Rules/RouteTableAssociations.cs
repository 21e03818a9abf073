using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules;

/// <summary>Which table routes for whom. Source: Amazon VPC User Guide, "Route table concepts".</summary>
internal static class RouteTableAssociations
{
    /// <summary>An association by its id, with the table it is of.</summary>
    /// <exception cref="ServiceException">InvalidAssociationID.NotFound.</exception>
    public static (RouteTableRecord Table, RouteTableAssociationRecord Association) Get(ReadCall call, string id)
    {
        var table = call.Read(Tables.RouteTables).By(Tables.RouteTablesByAssociation, id).FirstOrDefault()
            ?? throw new ServiceException("InvalidAssociationID.NotFound", $"The association ID '{id}' does not exist");
        return (table, table.Associations.First(a => a.AssociationId == id));
    }

    /// <summary>The table of a subnet: the one associated with it, else the main one of its VPC.</summary>
    public static RouteTableRecord OfSubnet(ReadCall call, SubnetRecord subnet) =>
        Of(call, subnet.Id.Value) ?? VpcParts.MainRouteTable(call, subnet.VpcId);

    /// <summary>The table of an internet or virtual private gateway; null where it has none.</summary>
    public static RouteTableRecord? OfGateway(ReadCall call, string gateway) => Of(call, gateway);

    private static RouteTableRecord? Of(ReadCall call, string id) =>
        call.Read(Tables.RouteTables).By(Tables.RouteTablesByAssociated, id).FirstOrDefault();
}
