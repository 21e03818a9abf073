using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Tagging;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// What comes with a subnet and goes with it: its association with a network ACL (at first the VPC's default one), its
/// association with a route table (none at first: the main one holds) and its CIDR reservations. Source: Amazon VPC
/// User
/// Guide, "Subnet basics".
/// </summary>
internal static class SubnetParts
{
    /// <summary>Puts a new subnet under the VPC's default network ACL.</summary>
    public static void Put(Call call, SubnetRecord subnet)
    {
        call.Write(Tables.Subnets).Put(subnet);
        var acl = VpcParts.DefaultNetworkAcl(call, subnet.VpcId);
        var association = new NetworkAclAssociationRecord
        {
            AssociationId = call.NewId("aclassoc"),
            SubnetId = subnet.Id,
        };
        call.Write(Tables.NetworkAcls).Put(acl with { Associations = acl.Associations.Add(association) });
    }

    /// <summary>Removes a subnet with its associations and reservations.</summary>
    public static void Remove(Call call, SubnetId id)
    {
        var acls = call.Write(Tables.NetworkAcls);
        foreach (var acl in acls.By(Tables.NetworkAclsBySubnet, id.Value).ToList())
        {
            acls.Put(acl with { Associations = acl.Associations.RemoveAll(a => a.SubnetId == id) });
        }

        var tables = call.Write(Tables.RouteTables);
        foreach (var table in tables.By(Tables.RouteTablesByAssociated, id.Value).ToList())
        {
            tables.Put(table with { Associations = table.Associations.RemoveAll(a => a.SubnetId == id) });
        }

        var reservations = call.Write(Tables.SubnetCidrReservations);
        foreach (var reservation in reservations.By(Tables.ReservationsBySubnet, id.Value).ToList())
        {
            reservations.Remove(reservation.Id);
            TagStore.Forget(call, reservation.Id.Value);
        }

        call.Write(Tables.Subnets).Remove(id);
        TagStore.Forget(call, id.Value);
    }
}
