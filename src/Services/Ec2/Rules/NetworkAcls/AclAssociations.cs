using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.NetworkAcls;

/// <summary>Moves subnets among network ACLs: a subnet has exactly one at any time.</summary>
internal static class AclAssociations
{
    /// <summary>Puts a subnet under an ACL, taking it from the one it was under.</summary>
    /// <returns>The id of the new association.</returns>
    public static string Move(Call call, SubnetId subnet, NetworkAclId to)
    {
        Leave(call, subnet);
        var table = call.Write(Tables.NetworkAcls);
        var acl = table.Find(to)!;
        var association = new NetworkAclAssociationRecord { AssociationId = call.NewId("aclassoc"), SubnetId = subnet };
        table.Put(acl with { Associations = acl.Associations.Add(association) });
        return association.AssociationId;
    }

    /// <summary>Takes a subnet from its ACL.</summary>
    public static void Leave(Call call, SubnetId subnet)
    {
        var table = call.Write(Tables.NetworkAcls);
        foreach (var acl in table.By(Tables.NetworkAclsBySubnet, subnet.Value).ToList())
        {
            table.Put(acl with { Associations = acl.Associations.RemoveAll(a => a.SubnetId == subnet) });
        }
    }
}
